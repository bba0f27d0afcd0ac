using Goldthread.Core.Decisions.Drafts;

namespace Goldthread.Tests.Decisions.Leaks;

/// <summary>What becomes of a canary when its decision goes on.</summary>
internal enum Fate
{
    /// <summary>It stands in the decision, and is published with it.</summary>
    Published,

    /// <summary>It is the office's own and stays so.</summary>
    Kept,

    /// <summary>It names the decision: whoever once could read the decision knows it.</summary>
    Names,

    /// <summary>It is for people named one by one.</summary>
    Secret,
}

/// <summary>A decision with its canaries, taken as far as one of the states.</summary>
internal sealed class PlantedDecision(int number, DraftState state, Func<string> next)
{
    private readonly List<(string Word, string What, Fate Fate)> planted = [];

    public int Number => number;

    /// <summary>Where it stands.</summary>
    public DraftState State => state;

    public Guid Draft { get; set; }

    public string Reference => $"PCD {800_000 + number}";

    public string Slug => $"pcd-{800_000 + number}";

    /// <summary>What one person asked of another about it.</summary>
    public Guid Ask { get; set; }

    /// <summary>The record that its signature made.</summary>
    public Guid? Record { get; set; }

    /// <summary>Whether everybody could read it, at whatever time.</summary>
    public bool WasPublished { get; set; }

    /// <summary>Whether everybody can read it now.</summary>
    public bool IsPublished => State is DraftState.Published or DraftState.Superseded;

    /// <summary>A word that stands nowhere else yet.</summary>
    public string Word(string what, Fate fate) => Plant(next(), what, fate);

    /// <summary>Looks for something that is there already.</summary>
    public string Plant(string word, string what, Fate fate)
    {
        planted.Add((word, what, fate));
        return word;
    }

    /// <summary>Its canaries, each with who may come across it now.</summary>
    public IEnumerable<Canary> Canaries => planted.Select(one => new Canary(one.Word, one.What, State, one.Fate switch
    {
        Fate.Published => IsPublished ? SeenBy.Everyone : SeenBy.DraftReaders,
        Fate.Kept => SeenBy.DraftReaders,
        Fate.Names => WasPublished ? SeenBy.Everyone : SeenBy.DraftReaders,
        Fate.Secret => SeenBy.Nobody,
    }));
}
