using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions.Citations;

/// <summary>An instrument that is cited, the law's or the body's own, and the provision of it.</summary>
internal sealed record Citation(bool IsStatute, string Name, int? Year, string? Provision, Passage Instrument, Passage Place)
{
    /// <summary>What tells one instrument from another.</summary>
    public string Key { get; } = Vocabulary.Key.Of(Name) + Year;
}

/// <summary>An instrument named in the text.</summary>
internal sealed record Named(bool IsStatute, string Name, int? Year, Passage Where, int Start, int End);

/// <summary>A provision named in the text, such as <c>section 3(6)</c>.</summary>
internal sealed record Provision(string Kind, string Number, Passage Where, int Start, int End)
{
    /// <summary>As it is written in the record of a statute.</summary>
    public string Text => $"{Kind} {Number}";
}
