using System.Globalization;
using Goldthread.Core.Decisions.Part2;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;

namespace Goldthread.Core.Rules;

/// <summary>What each comma-separated rules file holds, column by column.</summary>
internal static class CsvFiles
{
    private static readonly Dictionary<string, bool> Vat = new(StringComparer.Ordinal) { ["excluded"] = false, ["included"] = true };

    private static readonly Dictionary<string, bool> Status = new(StringComparer.Ordinal) { ["published"] = true, ["worked out"] = false };

    private static readonly Dictionary<string, StandardLevel> Levels = new(StringComparer.Ordinal) { ["minimum"] = StandardLevel.Minimum, ["gold"] = StandardLevel.Gold };

    private static readonly Dictionary<string, string> Bases = new(StringComparer.Ordinal) { ["statute"] = "statute", ["policy"] = "policy", ["guidance"] = "guidance" };

    private static readonly Dictionary<string, Severity> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
    };

    private static readonly Dictionary<string, DraftStep> Steps = new(StringComparer.Ordinal)
    {
        ["draft"] = DraftStep.Draft,
        ["signing"] = DraftStep.Signing,
        ["publication"] = DraftStep.Publication,
    };

    private static readonly Dictionary<string, Weighing> Weighings = Enum.GetValues<Weighing>().ToDictionary(weighing => weighing.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Kinds =
        new[] { "decision", "meeting", "workshop", "document", "organisation", "board", "door", "service", "assessment", "what-if", "action" }.ToDictionary(kind => kind, StringComparer.Ordinal);

    private static readonly Dictionary<string, AdviceField> Fields =
        Enum.GetValues<AdviceField>().ToDictionary(field => field.Words(), StringComparer.Ordinal);

    private static readonly Dictionary<string, AdviceWhen> Whens = new(StringComparer.Ordinal)
    {
        ["always"] = AdviceWhen.Always,
        ["money"] = AdviceWhen.Money,
        ["contract"] = AdviceWhen.Contract,
        ["personal data"] = AdviceWhen.PersonalData,
    };

    private static readonly Dictionary<string, SplittingTie> Ties = new(StringComparer.Ordinal)
    {
        ["supplier"] = SplittingTie.Supplier,
        ["commitment and category"] = SplittingTie.CommitmentAndCategory,
    };

    public static IReadOnlyList<Threshold> Thresholds(string text, CsvRows rows) =>
        [.. rows.Read(text, "from", "to", "services", "light_touch", "vat", "regime", "source").Select(row => new Threshold(
            row.Effect(), row.Pounds("services"), row.OptionalPounds("light_touch"), row.OneOf("vat", Vat), row.Text("regime"), row.Text("source")))];

    public static IReadOnlyList<StatutoryPower> Powers(string text, CsvRows rows) =>
        [.. rows.Read(text, "statute", "provision", "allows", "acts", "from", "to", "source").Select(row => new StatutoryPower(
            row.Text("statute"), row.Text("provision"), row.Text("allows"), row.ListOf("acts", Acts.ByName), row.Effect(), row.Text("source")))];

    public static IReadOnlyList<AdviceRule> Advice(string text, CsvRows rows) =>
        [.. rows.Read(text, "advice", "when", "needs", "from", "to", "source").Select(row => new AdviceRule(
            row.OneOf("advice", Fields), row.OneOf("when", Whens), row.Optional("needs") is { Length: > 0 } needs ? needs : null, row.Effect(), row.Text("source")))];

    public static IReadOnlyList<VatRate> VatRates(string text, CsvRows rows) =>
        [.. rows.Read(text, "from", "to", "standard_rate", "source").Select(row => new VatRate(row.Effect(), row.Percent("standard_rate"), row.Text("source")))];

    public static IReadOnlyList<SplittingRule> Splitting(string text, CsvRows rows) =>
        [.. rows.Read(text, "tie", "months", "from", "to", "source").Select(row => new SplittingRule(
            row.OneOf("tie", Ties), row.Whole("months"), row.Effect(), row.Text("source")))];

    public static IReadOnlyList<PollingDay> PollingDays(string text, CsvRows rows) =>
        [.. rows.Read(text, "poll", "election", "area", "notice_working_days", "begins", "status", "source").Select(PollingDay)];

    public static IReadOnlyList<Strand> Strands(string text, CsvRows rows) =>
        [.. rows.Read(text, "strand", "name", "parent", "words", "from", "to", "source").Select(row => new Strand(
            row.Text("strand"), row.Text("name"), row.Optional("parent") is { Length: > 0 } parent ? parent : null, row.List("words"), row.Effect(), row.Text("source")))];

    public static IReadOnlyList<Borough> Boroughs(string text, CsvRows rows) =>
        [.. rows.Read(text, "code", "name", "short", "tile", "police", "from", "to", "source").Select(row => new Borough(
            row.Text("code"), row.Text("name"), row.Text("short"), Tile(row), row.Text("police"), row.Effect(), row.Text("source")))];

    public static IReadOnlyList<Helpline> Helplines(string text, CsvRows rows) =>
        [.. rows.Read(text, "line", "name", "telephone", "by", "pages", "from", "to", "source", "checked").Select(row =>
            new Helpline(row.Text("line"), row.Text("name"), row.Text("telephone"), row.Text("by") == "text", row.List("pages"), row.Effect(), row.Text("source"), row.Date("checked")))];

    public static IReadOnlyList<StandardStatement> Standards(string text, CsvRows rows) =>
        [.. rows.Read(text, "level", "number", "stage", "organisation", "statement", "basis", "source", "limits", "cost", "from", "to").Select(row => new StandardStatement(
            row.OneOf("level", Levels), row.Text("number"), row.Text("stage"), row.Text("organisation"), row.Text("statement"), row.OneOf("basis", Bases), row.Text("source"), row.Text("limits"), row.Text("cost"), row.Effect()))];

    public static IReadOnlyList<ProfileWords> ProfileWords(string text, CsvRows rows) =>
        [.. rows.Read(text, "dimension", "value", "words", "source").Select(row => new ProfileWords(row.Text("dimension"), row.Text("value"), row.Text("words"), row.Text("source")))];

    public static IReadOnlyList<KnownOrganisation> Organisations(string text, CsvRows rows) =>
        [.. rows.Read(text, "reference", "name", "type", "aliases", "numbers", "from", "to", "source").Select(row => new KnownOrganisation(
            row.Text("reference"), row.Text("name"), row.Text("type"), row.List("aliases"), row.List("numbers"), row.Effect(), row.Text("source")))];

    public static IReadOnlyList<RelationRule> Relations(string text, CsvRows rows) =>
        [.. rows.Read(text, "relation", "from_kind", "to_kind", "upstream", "downstream", "source").Select(row => new RelationRule(
            row.Text("relation"), row.OneOf("from_kind", Kinds), row.OneOf("to_kind", Kinds), row.Text("upstream"), row.Text("downstream"), row.Text("source")))];

    public static IReadOnlyList<DiagnosticRule> Diagnostics(string text, CsvRows rows) =>
        Unique(rows.Read(text, "code", "severity", "step", "title"), "code", row => new DiagnosticRule(
            row.Text("code"), row.OneOf("severity", Severities), row.OneOf("step", Steps), row.Text("title")));

    public static IReadOnlyList<Exemption> Exemptions(string text, CsvRows rows) =>
        Unique(rows.Read(text, "reference", "law", "provision", "name", "weighing", "says", "from", "to", "source"), "reference", row => new Exemption(
            row.Text("reference"), row.Text("law"), row.Text("provision"), row.Text("name"), row.OneOf("weighing", Weighings), row.Optional("says"), row.Effect(), row.Text("source")));

    private static (int Column, int Row) Tile(CsvRow row)
    {
        if (row.Text("tile").Split('.') is [var column, var down] && byte.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var x) && byte.TryParse(down, NumberStyles.None, CultureInfo.InvariantCulture, out var y))
            return (x, y);
        row.Error("tile", $"“{row.Text("tile")}” is not a column and a row. Write them with a dot between, such as 4.0.");
        return default;
    }

    private static PollingDay PollingDay(CsvRow row)
    {
        var day = new PollingDay(
            row.Date("poll"), row.Text("election"), row.Text("area"), row.Whole("notice_working_days"), row.Date("begins"), row.OneOf("status", Status), row.Text("source"));
        if (day.Begins > day.Poll)
        {
            row.Error("begins", $"The period begins on {day.Begins:yyyy-MM-dd}, after polling day {day.Poll:yyyy-MM-dd}. Correct one of the two.");
        }

        return day;
    }

    private static List<T> Unique<T>(IEnumerable<CsvRow> rows, string column, Func<CsvRow, T> read)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var entries = new List<T>();
        foreach (var row in rows)
        {
            if (!seen.Add(row.Optional(column)))
            {
                row.Error(column, $"“{row.Optional(column)}” stands in the file twice. Remove one of the two.");
            }

            entries.Add(read(row));
        }

        return entries;
    }
}
