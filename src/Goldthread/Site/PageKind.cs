namespace Goldthread.Site;

/// <summary>A kind of record as the site knows it: its name in the register, in words, and in addresses.</summary>
/// <param name="Name">The kind's name in the register.</param>
/// <param name="One">One of them, in words.</param>
/// <param name="Many">Many of them, in words.</param>
/// <param name="Folder">The first part of its address.</param>
public sealed record PageKind(string Name, string One, string Many, string Folder)
{
    /// <summary>A decision.</summary>
    public static readonly PageKind Decision = new("decision", "decision", "decisions", "decisions");

    /// <summary>A meeting of a board, known by its minutes.</summary>
    public static readonly PageKind Meeting = new("meeting", "meeting", "meetings", "boards");

    /// <summary>A workshop with partners, known by its notes.</summary>
    public static readonly PageKind Workshop = new("workshop", "workshop", "workshops", "workshops");

    /// <summary>A document that nobody has recognised yet.</summary>
    public static readonly PageKind Document = new("document", "document", "documents", "documents");

    /// <summary>An organisation.</summary>
    public static readonly PageKind Organisation = new("organisation", "organisation", "organisations", "organisations");

    /// <summary>A board.</summary>
    public static readonly PageKind Board = new("board", "board", "boards", "boards");

    /// <summary>Every kind that has pages.</summary>
    public static IReadOnlyList<PageKind> All { get; } = [Decision, Meeting, Workshop, Board, Organisation, Document];

    /// <summary>The kind of this name, or null where it has no pages.</summary>
    public static PageKind? Of(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>A number of them in words, such as <c>1 decision</c> or <c>214 decisions</c>.</summary>
    public string Count(int number) => $"{Wording.Number(number)} {(number == 1 ? One : Many)}";

    /// <summary>Its name with a capital.</summary>
    public string Title => char.ToUpperInvariant(One[0]) + One[1..];
}
