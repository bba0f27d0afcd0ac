namespace Goldthread.Core.Pathways.Doors;

/// <summary>
/// Finds the doors through which somebody comes to the help she wants, from the little that she said. What a route is, is
/// told in <c>docs/pathways.md</c>; a door is found where some profile that is as she said has a route from it.
/// </summary>
/// <remarks>Nothing of who asks is kept: the finder holds the map, made ready once, and each search is its own.</remarks>
public sealed class DoorFinder
{
    /// <summary>The most hand-offs of a route, as where a map is checked.</summary>
    public const int MostHandOffs = 3;

    // What one door may cost. No map of a city comes near it; one that does has its door left out, which sends nobody to a wrong one.
    private const int MostSteps = 50_000;

    private readonly PathwayMap map;
    private readonly Boxes boxes;
    private readonly Way[] links;
    private readonly ulong[][][] doors;
    private readonly ulong[][][] services;
    private readonly int[][] fromDoor;
    private readonly int[][] fromService;

    /// <summary>Makes a map ready.</summary>
    public DoorFinder(PathwayMap map)
    {
        this.map = map;
        boxes = new Boxes(map);
        doors = [.. map.Doors.Select(door => boxes.Of(door.Conditions))];
        services = [.. map.Services.Select(service => boxes.Of(service.Conditions))];
        links = [.. map.Links.Select(link => new Way(link.To, link.Days, boxes.Of(link.Conditions)))];
        var starts = map.Links.Select((link, i) => (link.From, Index: i)).ToLookup(pair => pair.From, pair => pair.Index);
        fromDoor = [.. map.Doors.Select((_, i) => starts[new Origin(true, i)].ToArray())];
        fromService = [.. map.Services.Select((_, i) => starts[new Origin(false, i)].ToArray())];
    }

    /// <summary>The doors open to her on a day: those with the fewest hand-offs first, then by name.</summary>
    public IReadOnlyList<OpenDoor> Find(Situation who, DateOnly day)
    {
        var search = new Search(this, who, day);
        var found = new List<OpenDoor>();
        for (var door = 0; door < doors.Length; door++)
        {
            if (map.Doors[door].Days.Include(day) && search.From(door) is { } open)
                found.Add(open);
        }

        return [.. found.OrderBy(open => open.HandOffs).ThenBy(open => map.Doors[open.Door].Name, StringComparer.OrdinalIgnoreCase).ThenBy(open => open.Door)];
    }

    private sealed record Way(int To, Days Days, ulong[][] Boxes);

    // One search: which services and links are possible at all for her, then each door's shortest way by trying.
    private sealed class Search
    {
        private readonly DoorFinder of;
        private readonly ulong[] she;
        private readonly bool[] isOpen; // a link that she may follow, as far as she said, to a service that she may use
        private readonly bool[][] leads; // by the number of links still to go, the services from which they may arrive
        private readonly ulong[][] room;
        private readonly int[] path = new int[MostHandOffs];
        private OpenDoor? best;
        private int steps;

        public Search(DoorFinder of, Situation who, DateOnly day)
        {
            this.of = of;
            she = of.boxes.Of(who);
            room = [.. Enumerable.Range(0, (2 * MostHandOffs) + 1).Select(_ => new ulong[she.Length])];
            bool[] canUse = [.. of.services.Select((ways, i) => of.map.Services[i].Days.Include(day) && Meets(ways))];
            isOpen = [.. of.links.Select(link => link.Days.Include(day) && canUse[link.To] && Meets(link.Boxes))];
            leads = new bool[MostHandOffs][];
            leads[0] = [.. canUse.Select((may, i) => may && (who.Need is { } need ? of.map.Services[i].Provides.Contains(need) : of.map.Services[i].Provides.Count > 0))];
            for (var left = 1; left < MostHandOffs; left++)
                leads[left] = [.. of.fromService.Select(ways => ways.Any(link => isOpen[link] && leads[left - 1][of.links[link].To]))];
        }

        public OpenDoor? From(int door)
        {
            (best, steps) = (null, 0);
            for (var length = 1; length <= MostHandOffs && best is null; length++)
            {
                foreach (var way in of.doors[door])
                {
                    if (of.boxes.Meet(she, way, room[0]))
                        Follow(door, of.fromDoor[door], room[0], 0, length);
                }
            }

            return best;
        }

        private void Follow(int door, int[] from, ulong[] now, int done, int length)
        {
            foreach (var link in from)
            {
                var (to, left) = (of.links[link].To, length - done - 1);
                if (!isOpen[link] || !leads[left][to] || best is { Asks.Count: 0 } || ++steps > MostSteps)
                    continue;
                var (onLink, atService) = (room[(2 * done) + 1], room[(2 * done) + 2]);
                foreach (var linkBox in of.links[link].Boxes)
                {
                    if (!of.boxes.Meet(now, linkBox, onLink))
                        continue;
                    foreach (var serviceBox in of.services[to])
                    {
                        if (!of.boxes.Meet(onLink, serviceBox, atService))
                            continue;
                        path[done] = to;
                        if (left > 0)
                            Follow(door, of.fromService[to], atService, done + 1, length);
                        else
                            Arrive(door, atService, length);
                    }
                }
            }
        }

        // Of ways of one length, the one that hangs on the least that she did not say.
        private void Arrive(int door, ulong[] box, int length)
        {
            var asks = of.boxes.Narrowed(box, she);
            if (best is null || asks.Count < best.Asks.Count)
                best = new OpenDoor(door, path[..length], asks);
        }

        private bool Meets(ulong[][] ways)
        {
            foreach (var way in ways)
            {
                if (of.boxes.Meet(she, way, room[^1]))
                    return true;
            }

            return false;
        }
    }
}
