using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Money;

namespace Goldthread.Core.Decisions.Drafts;

/// <summary>What is asked for in one financial year from one source of money.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Amount">The sum.</param>
/// <param name="Source">Where the money comes from, in words.</param>
/// <param name="Vat">Whether VAT is in it.</param>
public sealed partial record MoneyLine(FinancialYear Year, Money.Money Amount, string Source, VatBasis Vat)
{
    /// <summary>The most lines of one form.</summary>
    public const int Most = 60;

    private const char Between = '|';

    /// <summary>What can be said of VAT.</summary>
    public static IReadOnlyList<VatBasis> Bases { get; } = [VatBasis.Excluded, VatBasis.Included, VatBasis.None];

    /// <summary>A basis in words.</summary>
    public static string Words(VatBasis basis) => basis switch
    {
        VatBasis.Excluded => "VAT excluded",
        VatBasis.Included => "VAT included",
        VatBasis.None => "no VAT",
        VatBasis.Unknown => "VAT not said",
    };

    /// <summary>The line as a field stores it: <c>2018/19|300000.00|Home Office grant|excluded</c>.</summary>
    public string Stored => string.Create(CultureInfo.InvariantCulture, $"{Year}{Between}{Amount.Pounds:0.00}{Between}{Source}{Between}{Vat.ToString().ToLowerInvariant()}");

    /// <summary>The line as a paragraph: <c>2018/19: £300,000 from Home Office grant (VAT excluded).</c></summary>
    public override string ToString() => $"{Year}: {Amount} from {Source} ({Words(Vat)}).";

    /// <summary>The lines of a stored field; what cannot be read is left out, <see cref="Refuse"/> names it.</summary>
    public static IReadOnlyList<MoneyLine> Parse(string stored) => [.. Lines(stored).Select(One).OfType<MoneyLine>()];

    /// <summary>What is wrong with a stored field; null where nothing is.</summary>
    public static string? Refuse(string stored)
    {
        var lines = Lines(stored);
        if (lines.Length > Most)
            return $"At most {Most} lines; put together what is of one year and one source.";
        for (var i = 0; i < lines.Length; i++)
            if (One(lines[i]) is null)
                return $"Line {i + 1}: give a financial year such as 2026/27, a sum such as £300,000, where the money comes from, and whether VAT is in it.";
        return null;
    }

    /// <summary>A line from its parts as entered; null where one of them cannot be read.</summary>
    public static MoneyLine? Of(string? year, string? amount, string? source, string? vat) =>
        FinancialYear.TryParse(year?.Trim(), out var of) && Pounds(amount) is { } money && Clean(source) is { Length: > 0 } from
        && Enum.TryParse<VatBasis>(vat, ignoreCase: true, out var basis) && Bases.Contains(basis)
            ? new MoneyLine(of, money, from, basis)
            : null;

    /// <summary>The line of a paragraph that <see cref="ToString"/> wrote; null for any other.</summary>
    public static MoneyLine? FromParagraph(string text) =>
        Sentence().Match(text) is { Success: true } found
        && Bases.FirstOrDefault(basis => Words(basis) == found.Groups["vat"].Value) is var vat
            ? Of(found.Groups["year"].Value, found.Groups["sum"].Value, found.Groups["source"].Value, vat.ToString())
            : null;

    private static MoneyLine? One(string line) => line.Split(Between) is [var year, var amount, var source, var vat] ? Of(year, amount, source, vat) : null;

    private static string[] Lines(string stored) => stored.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Money.Money? Pounds(string? text)
    {
        var bare = text?.Trim() ?? "";
        return Money.Money.TryParse(bare.StartsWith('£') ? bare : "£" + bare, out var money) && money.Pence > 0 ? money : null;
    }

    // A source is one line and holds no sign that parts the fields.
    private static string Clean(string? text) => string.Join(' ', (text ?? "").Split([' ', '\t', '\r', '\n', Between], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"^(?<year>[0-9]{4}/[0-9]{2}): (?<sum>£[0-9,.]+[a-z]*) from (?<source>.+) \((?<vat>VAT excluded|VAT included|no VAT)\)\.$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentence();
}
