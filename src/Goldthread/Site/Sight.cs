using System.Collections;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;

namespace Goldthread.Site;

/// <summary>What somebody who is signed in sees of a record beside what the public does, and as whom she sees it.</summary>
/// <param name="As">As whom, in a sentence.</param>
/// <param name="Others">What the public sees of it, in a sentence.</param>
/// <param name="Findings">For staff: what the checks found in its document, the gravest first.</param>
/// <param name="Original">For staff: the file it was read from; null where none is kept.</param>
/// <param name="Ask">Where she asks somebody about it; null where she asks nobody here.</param>
public sealed record Sight(string As, string Others, IReadOnlyList<ShownFinding> Findings, OriginalFileLink? Original, string? Ask)
{
    /// <summary>What is missing or does not add up.</summary>
    public IReadOnlyList<ShownFinding> Faults => [.. Findings.Where(found => !found.IsHidden)];

    /// <summary>What the file holds that nobody sees on its pages.</summary>
    public IReadOnlyList<ShownFinding> Hidden => [.. Findings.Where(found => found.IsHidden)];

    /// <summary>How many there are of each weight, in words; empty where there is none.</summary>
    public string Count => Wording.Join([.. new[] { (Severity.Error, "error", "errors"), (Severity.Warning, "warning", "warnings"), (Severity.Info, "note", "notes") }
        .Select(each => (Words: each, Number: Faults.Count(found => found.Said.Severity == each.Item1)))
        .Where(each => each.Number > 0)
        .Select(each => $"{Wording.Number(each.Number)} {(each.Number == 1 ? each.Words.Item2 : each.Words.Item3)}")]);

    /// <summary>What stands on what only a narrower circle sees; null for what the public sees.</summary>
    public static string? Tag(Audience audience) => audience switch
    {
        Audience.Staff => "Staff only",
        Audience.Partners => "Partners and staff",
        Audience.Public => null,
    };

    /// <summary>As whom somebody reads.</summary>
    /// <param name="reader">For whom the register is read.</param>
    /// <param name="standing">Who she is.</param>
    /// <param name="organisation">The name of her organisation, where she has one.</param>
    public static string AsWhom(Reader reader, Standing standing, string? organisation) => reader.Audience switch
    {
        Audience.Staff => "You see this as staff.",
        Audience.Partners => $"You see this for {organisation ?? standing.Organisation}.",
        Audience.Public => "You see this as the public does.",
    };

    /// <summary>What the public sees of a record that somebody reads who sees more.</summary>
    public static string ToOthers(Reader reader, FoundRecord record, string one)
    {
        if (reader.Audience == Audience.Public)
            return "";
        if (record.Head.Status != RecordStatus.Current)
            return "It was withdrawn: everybody else sees that it was there and on what ground it went, and nothing of it.";
        if (record.Head.Visibility != Audience.Public)
            return record.Head.Visibility == Audience.Staff ? "Nobody but staff sees it." : reader.Audience == Audience.Partners ? "The public does not see it." : "Partners who are tied to it see it as well, the public does not.";
        var without = Narrower(record).ToList();
        if (record.History.Count(state => state.Visibility != Audience.Public || state.Status != RecordStatus.Current) is > 0 and var states)
            without.Add(states == 1 ? "one state of its history" : $"{Wording.Number(states)} states of its history");
        return without.Count == 0 ? $"The public sees the same {one}." : $"The public sees it without {Wording.Join(without)}.";
    }

    // The fields that hold something and are declared for a narrower circle, in words.
    private static IEnumerable<string> Narrower(FoundRecord record) =>
        from field in FieldMap.For(record.Content.GetType()).Shown(Audience.Staff)
        where !FieldMap.For(record.Content.GetType()).Shown(Audience.Public).Any(seen => seen.Name == field.Name)
        let value = field.Property.GetValue(record.Content)
        where value is not null and not "" && (value is string || value is not IEnumerable many || many.Cast<object?>().Any())
        select value is Import import ? import.Diagnostics.Count > 0 ? "what the checks found and the original file" : "the original file" : $"its {FieldWords.Of(field.Name) ?? field.Name}";
}

/// <summary>A diagnostic, with its place on the record's page.</summary>
/// <param name="Number">Its number on the page, from 1.</param>
/// <param name="Said">What the check said.</param>
/// <param name="Spot">The JSON Pointer of the part of the record that it is shown at; null for what belongs to the whole document.</param>
public sealed partial record ShownFinding(int Number, Diagnostic Said, string? Spot)
{
    /// <summary>Its id on the page.</summary>
    public string Id => FormattableString.Invariant($"found-{Number}");

    /// <summary>Whether it says what the file hides (GT6013 to GT6019).</summary>
    public bool IsHidden => string.CompareOrdinal(Said.Code, "GT6013") >= 0 && string.CompareOrdinal(Said.Code, "GT6019") <= 0;

    /// <summary>Its weight in a word.</summary>
    public string Weight => Said.Severity switch { Severity.Error => "Error", Severity.Warning => "Warning", Severity.Info => "Note" };

    /// <summary>The diagnostics of an import, the gravest first, each at the part of the record that its place belongs to.</summary>
    /// <param name="import">Where the record was read from.</param>
    /// <param name="content">The record, which shows what parts there are.</param>
    public static IReadOnlyList<ShownFinding> Of(Import import, object content)
    {
        var parts = import.Provenance
            .Select(pair => (Spot: SpotOf(pair.Key, content), Place: pair.Value))
            .Where(part => part.Spot is not null)
            .OrderBy(part => part.Place.EndLine - part.Place.Line).ThenBy(part => part.Place.EndColumn - part.Place.Column)
            .ToList();
        return [.. import.Diagnostics.OrderByDescending(said => said.Severity).ThenBy(said => said.Line).Select((said, at) =>
            new ShownFinding(at + 1, said, parts.FirstOrDefault(part => Holds(part.Place, said)).Spot))];
    }

    private static bool Holds(Core.Readings.Place place, Diagnostic said) =>
        (said.Line, said.Column).CompareTo((place.Line, place.Column)) >= 0 && (said.Line, said.Column).CompareTo((place.EndLine, place.EndColumn)) <= 0;

    // Only parts that the page has a place for; what is left stands in the summary.
    private static string? SpotOf(string pointer, object content)
    {
        var spot = Spots().Match(pointer);
        return spot.Success && content.GetType().GetProperties().Any(property => property.Name.Equals(spot.Groups["field"].Value, StringComparison.OrdinalIgnoreCase)) ? spot.Value : null;
    }

    [GeneratedRegex(@"^/(?:(?<field>executiveSummary|purpose)(?=$)|(?<field>recommendations|sections|items|actions|agreements|topics|authorities|statutes)/\d+(?:/paragraphs/\d+)?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spots();
}

/// <summary>The way to the file that a state of a record was read from.</summary>
/// <param name="Address">Where it is, for staff.</param>
/// <param name="File">Its name.</param>
public sealed record OriginalFileLink(string Address, string File);
