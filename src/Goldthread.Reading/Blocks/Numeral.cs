using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Blocks;

/// <summary>How a number is written.</summary>
internal enum NumeralStyle
{
    Integer,
    Decimal,
    Letter,
    Roman,
    Slashed,
}

/// <summary>A number at the beginning of a block.</summary>
/// <param name="Printed">As printed, without final dot and brackets.</param>
/// <param name="Style">How it is written.</param>
/// <param name="Where">Its place.</param>
/// <param name="Bracketed">Whether it stands in brackets or before one.</param>
internal sealed record Numeral(string Printed, NumeralStyle Style, Passage Where, bool Bracketed)
{
    /// <summary>Whether it is the number of a section: <c>1</c>, <c>1.0</c>, <c>I</c>.</summary>
    public bool IsTop => Style is NumeralStyle.Integer || (Style == NumeralStyle.Decimal && Printed.EndsWith(".0", StringComparison.Ordinal) && Printed.IndexOf('.') == Printed.Length - 2);

    /// <summary>The first part: <c>4</c> of <c>4.8</c>.</summary>
    public string First => char.IsLetter(Printed[0]) ? Printed[..1] : Printed.Split('.')[0];

    /// <summary>Its value in its own counting, or 0: <c>c</c> is 3, <c>iv</c> is 4.</summary>
    public int Value => Style switch
    {
        NumeralStyle.Letter => char.ToLowerInvariant(Printed[0]) - 'a' + 1,
        NumeralStyle.Roman => ListNumber.FromRoman(Printed.ToLowerInvariant()),
        _ => int.TryParse(Printed.Split('.', '/')[^1], out var value) ? value : 0,
    };
}
