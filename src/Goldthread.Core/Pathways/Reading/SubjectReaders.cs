namespace Goldthread.Core.Pathways.Reading;

/// <summary>Reads <c>doors.csv</c>.</summary>
internal static class DoorsReader
{
    public static List<Door> Read(MapTable table, SubjectIds ids)
    {
        var doors = new List<Door>();
        foreach (var row in table.Rows())
        {
            if (row["door"] is not { } id)
            {
                continue;
            }
            var days = row.Whole ? Fields.Days(table, row) : default;
            if (ids.Add(table, id, SubjectKind.Door))
            {
                doors.Add(new Door(
                    id.Text, row["name"]?.Text ?? "", row["organisation"]?.Text ?? "", row["stage"]?.Text ?? "", days, Conditions.None));
            }
        }
        ids.Vouch(SubjectKind.Door, table.Has("door"));
        return doors;
    }
}

/// <summary>Reads <c>services.csv</c>.</summary>
internal static class ServicesReader
{
    public static List<Service> Read(MapTable table, SubjectIds ids)
    {
        var services = new List<Service>();
        foreach (var row in table.Rows())
        {
            if (row["service"] is not { } id)
            {
                continue;
            }
            var days = row.Whole ? Fields.Days(table, row) : default;
            var standard = row.Whole && Fields.YesOrNo(table, row["meets_standard"], "meets_standard");
            if (ids.Add(table, id, SubjectKind.Service))
            {
                services.Add(new Service(
                    id.Text, row["name"]?.Text ?? "", row["organisation"]?.Text ?? "", row["stage"]?.Text ?? "",
                    standard, days, row["funding"]?.Text ?? "", [], Conditions.None));
            }
        }
        ids.Vouch(SubjectKind.Service, table.Has("service"));
        return services;
    }
}

/// <summary>Reads <c>provides.csv</c>: for each service, the needs that it meets.</summary>
internal static class ProvidesReader
{
    public static IReadOnlyList<int[]> Read(MapTable table, SubjectIds ids, NeedsReader needs)
    {
        var provides = new List<SortedSet<int>>();
        foreach (var row in table.Rows())
        {
            var service = row["service"] is { } id && row.Whole ? ids.Find(table, id, "service", SubjectKind.Service) : null;
            var need = row["need"] is { } name && row.Whole ? needs.Find(table, name) : null;
            if (service is { } found && need is { } index && !SetOf(provides, found.Index).Add(index))
            {
                table.Warn(row["service"]!.Value, $"The row of \"{row["service"]!.Value.Text}\" and \"{row["need"]!.Value.Text}\" stands twice.");
            }
        }
        SetOf(provides, ids.Count(SubjectKind.Service));
        return [.. provides.Select(set => set.ToArray())];
    }

    private static SortedSet<int> SetOf(List<SortedSet<int>> sets, int index)
    {
        while (sets.Count <= index)
        {
            sets.Add([]);
        }
        return sets[index];
    }
}

/// <summary>Reads <c>links.csv</c>.</summary>
internal static class LinksReader
{
    public static List<Link> Read(MapTable table, SubjectIds ids)
    {
        var links = new List<Link>();
        foreach (var row in table.Rows())
        {
            if (row["link"] is not { } id)
            {
                continue;
            }
            var isNew = ids.Add(table, id, SubjectKind.Link);
            if (!row.Whole)
            {
                continue;
            }
            var from = row["from"] is { } start ? ids.Find(table, start, "from", SubjectKind.Door, SubjectKind.Service) : null;
            var to = row["to"] is { } end ? ids.Find(table, end, "to", SubjectKind.Service) : null;
            var wait = Fields.Wait(table, row["wait_days"]);
            var days = Fields.Days(table, row);
            if (isNew && from is { } origin && to is { } target)
            {
                links.Add(new Link(id.Text, new Origin(origin.Kind == SubjectKind.Door, origin.Index), target.Index, wait, days, Conditions.None));
            }
        }
        ids.Vouch(SubjectKind.Link, table.Has("link"));
        return links;
    }
}
