using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Site;

/// <summary>What the fields of records are called in words, and how a single value of one is written for people.</summary>
public static partial class FieldWords
{
    // By the path of a field; kinds that have a field of one name mean the same by it.
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["reference"] = "reference",
        ["title"] = "title",
        ["dateSigned"] = "date signed",
        ["decisionMaker"] = "decision maker",
        ["decisionMaker.name"] = "name",
        ["decisionMaker.role"] = "role",
        ["executiveSummary"] = "summary",
        ["recommendations"] = "recommendation",
        ["recommendations.number"] = "number",
        ["recommendations.text"] = "text",
        ["sections"] = "section",
        ["sections.number"] = "number",
        ["sections.heading"] = "heading",
        ["sections.topic"] = "topic",
        ["sections.paragraphs"] = "paragraph",
        ["sections.paragraphs.number"] = "number",
        ["sections.paragraphs.text"] = "text",
        ["amounts"] = "sum",
        ["amounts.pounds"] = "amount",
        ["amounts.quote"] = "as printed",
        ["amounts.paragraph"] = "paragraph",
        ["amounts.financialYears"] = "financial year",
        ["dimensions"] = "characteristic",
        ["dimensions.name"] = "name",
        ["dimensions.values"] = "value",
        ["dimensions.values.value"] = "value",
        ["dimensions.values.share"] = "share of people",
        ["needs"] = "kind of help",
        ["needs.id"] = "id",
        ["needs.name"] = "name",
        ["about"] = "about",
        ["day"] = "day that is looked at",
        ["secretIn"] = "region, its place being secret",
        ["id"] = "id on the map",
        ["organisation"] = "run by",
        ["owner"] = "owner",
        ["stage"] = "stage",
        ["firstDay"] = "first day",
        ["lastDay"] = "last day",
        ["accepts"] = "way of being accepted",
        ["accepts.label"] = "label",
        ["accepts.values"] = "asked",
        ["accepts.values.dimension"] = "characteristic",
        ["accepts.values.values"] = "value",
        ["handOffs"] = "hand-off",
        ["handOffs.id"] = "id",
        ["handOffs.to"] = "to",
        ["handOffs.waitDays"] = "wait in days",
        ["handOffs.firstDay"] = "first day",
        ["handOffs.lastDay"] = "last day",
        ["handOffs.accepts"] = "way of being accepted",
        ["handOffs.accepts.label"] = "label",
        ["handOffs.accepts.values"] = "asked",
        ["handOffs.accepts.values.dimension"] = "characteristic",
        ["handOffs.accepts.values.values"] = "value",
        ["checked"] = "last check",
        ["checked.on"] = "day",
        ["checked.by"] = "by",
        ["reach"] = "how to reach it",
        ["reach.about"] = "what it is",
        ["reach.telephone"] = "telephone",
        ["reach.web"] = "web page",
        ["reach.safely"] = "reaching it safely",
        ["reach.hours"] = "hours",
        ["reach.languages"] = "language",
        ["reach.cost"] = "cost",
        ["reach.access"] = "for deaf and disabled people",
        ["reach.passesOn"] = "what it passes on",
        ["reach.keeps"] = "what it does not pass on",
        ["meetsStandard"] = "meets the minimum standard",
        ["funding"] = "paid for by",
        ["provides"] = "help given",
        ["authorities"] = "rule cited",
        ["authorities.instrument"] = "rules",
        ["authorities.paragraph"] = "paragraph",
        ["statutes"] = "law cited",
        ["statutes.act"] = "Act or regulations",
        ["statutes.year"] = "year",
        ["statutes.provision"] = "provision",
        ["relatedDecisions"] = "decision named",
        ["declarations"] = "declaration",
        ["declarations.role"] = "by",
        ["declarations.given"] = "given",
        ["publication"] = "publication",
        ["publication.deferred"] = "held back",
        ["publication.deferredUntil"] = "held back until",
        ["publication.deferralReason"] = "why held back",
        ["publication.part2"] = "confidential part",
        ["publication.part2Reason"] = "why confidential",
        ["supersedes"] = "decision replaced",
        ["meetings"] = "minutes as a paper",
        ["workshops"] = "workshop notes as a paper",
        ["documents"] = "document as a paper",
        ["interests"] = "interests declared",
        ["part2Hashes"] = "hash of the confidential part",
        ["organisations"] = "organisation named",
        ["decisions"] = "decision named",
        ["board"] = "board",
        ["body"] = "body",
        ["date"] = "date",
        ["published"] = "published",
        ["chair"] = "in the chair",
        ["present"] = "present",
        ["present.name"] = "name",
        ["present.organisation"] = "organisation",
        ["present.role"] = "role",
        ["apologies"] = "apologies",
        ["apologies.name"] = "name",
        ["apologies.organisation"] = "organisation",
        ["apologies.role"] = "role",
        ["items"] = "item",
        ["items.number"] = "number",
        ["items.heading"] = "heading",
        ["items.paragraphs"] = "paragraph",
        ["previousMeeting"] = "meeting before",
        ["previousMinutesAgreed"] = "its minutes agreed",
        ["actions"] = "action",
        ["actions.text"] = "text",
        ["actions.owner"] = "owner",
        ["actions.due"] = "due",
        ["terms"] = "terms of reference",
        ["parent"] = "reports to",
        ["quorum"] = "quorum",
        ["openness"] = "what is public",
        ["seats"] = "seat",
        ["seats.name"] = "organisation",
        ["seats.organisation"] = "organisation",
        ["seats.office"] = "office",
        ["seats.part"] = "part",
        ["seats.deputy"] = "deputy",
        ["seats.from"] = "from",
        ["seats.until"] = "until",
        ["seats.person"] = "filled by",
        ["standingItems"] = "item of every agenda",
        ["setUp"] = "set up",
        ["pausedSince"] = "paused since",
        ["ended"] = "ended",
        ["mergedInto"] = "merged into",
        ["begins"] = "begins",
        ["ends"] = "ends",
        ["place"] = "place",
        ["link"] = "online at",
        ["cancelled"] = "why cancelled",
        ["agenda"] = "item of the agenda",
        ["agenda.heading"] = "heading",
        ["agenda.owner"] = "brought by",
        ["agenda.length"] = "minutes",
        ["agenda.papers"] = "paper",
        ["agenda.papers.title"] = "title",
        ["agenda.papers.address"] = "address",
        ["agenda.papers.text"] = "text",
        ["agenda.papers.added"] = "added",
        ["agenda.papers.withdrawn"] = "why withdrawn",
        ["agenda.memberPapers"] = "paper for members",
        ["agenda.memberPapers.title"] = "title",
        ["agenda.memberPapers.address"] = "address",
        ["agenda.memberPapers.text"] = "text",
        ["agenda.memberPapers.added"] = "added",
        ["agenda.memberPapers.withdrawn"] = "why withdrawn",
        ["agenda.staffPapers"] = "paper for staff",
        ["agenda.staffPapers.title"] = "title",
        ["agenda.staffPapers.address"] = "address",
        ["agenda.staffPapers.text"] = "text",
        ["agenda.staffPapers.added"] = "added",
        ["agenda.staffPapers.withdrawn"] = "why withdrawn",
        ["members"] = "organisation of the board",
        ["agreedAt"] = "minutes agreed at",
        ["items.agreed"] = "agreed",
        ["ownerName"] = "owner in words",
        ["due"] = "due",
        ["agreed"] = "agreed on",
        ["meeting"] = "meeting",
        ["workshop"] = "workshop",
        ["item"] = "item",
        ["state"] = "where it stands",
        ["updates"] = "answer",
        ["updates.on"] = "day",
        ["updates.by"] = "by",
        ["updates.step"] = "kind",
        ["updates.words"] = "words",
        ["updates.due"] = "promised for",
        ["updates.from"] = "promised before for",
        ["updates.to"] = "handed on to",
        ["updates.meeting"] = "covered at",
        ["updates.item"] = "item",
        ["programmes"] = "programme",
        ["attendees"] = "took part",
        ["purpose"] = "purpose",
        ["topics"] = "topic",
        ["topics.heading"] = "heading",
        ["topics.points"] = "point",
        ["agreements"] = "agreement",
        ["successMeasures"] = "measure of success",
        ["nextSteps"] = "next step",
        ["name"] = "name",
        ["aliases"] = "other name",
        ["type"] = "type",
        ["registeredNumbers"] = "registered number",
        ["text"] = "text",
        ["path"] = "file",
        ["lines"] = "line",
        ["basis"] = "hash of the program's own file",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a field by its path, such as <c>sections.paragraphs.text</c>; null for one that has no name.</summary>
    public static string? Of(string path) => Names.GetValueOrDefault(path);

    /// <summary>A field by its JSON Pointer, with the places of what is in lists: <c>Section 2, paragraph 3, text</c>.</summary>
    public static string Say(string pointer)
    {
        var (path, words) = ("", new List<string>());
        foreach (var token in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
            {
                words[^1] += FormattableString.Invariant($" {at + 1}");
                continue;
            }

            path = path.Length == 0 ? token : $"{path}.{token}";
            words.Add(Of(path) ?? token);
        }

        if (words.Count > 1 && words[^1] == "text")
        {
            words.RemoveAt(words.Count - 1); // the text of a recommendation is the recommendation
        }

        return Capital(string.Join(", ", words));
    }

    /// <summary>The path of a JSON Pointer: its names, without the places in lists.</summary>
    public static string PathOf(string pointer) =>
        string.Join('.', pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(token => !token.All(char.IsAsciiDigit)));

    /// <summary>A value as people write it: days in words, sums with their sign, yes and no.</summary>
    public static string Value(string path, string value) => (path, value) switch
    {
        (_, "true") => "Yes",
        (_, "false") => "No",
        ("amounts.pounds", _) when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var pounds) => Wording.Pounds(pounds),
        ("amounts", _) when value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space => $"{Value("amounts.pounds", value[..space])}, printed as {value[(space + 1)..]}",
        ("sections.topic", _) => Capital(CapitalInside().Replace(value, match => " " + match.Value.ToLowerInvariant())),
        _ => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Wording.Date(day) : value,
    };

    /// <summary>Words with a capital.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    [GeneratedRegex("[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex CapitalInside();
}
