using System.Collections.Immutable;
using Goldthread.Core.Boards;
using Goldthread.Core.Documents;
using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.Records;

namespace Goldthread.Core.Decisions.Drafts;

/// <summary>What stands in the fields of a draft: a text for each, by the field's name. A field that is not there is empty.</summary>
public sealed record DraftContent(ImmutableSortedDictionary<string, string> Texts)
{
    /// <summary>A form with nothing in it.</summary>
    public static DraftContent Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The text of a field; empty where there is none.</summary>
    public string this[string field] => Texts.GetValueOrDefault(field, "");

    /// <summary>The content with another text in a field.</summary>
    public DraftContent With(string field, string text) => new(text.Length == 0 ? Texts.Remove(field) : Texts.SetItem(field, text));

    /// <summary>The lines of a field that has one thing on each.</summary>
    public IReadOnlyList<string> Lines(string field) => this[field].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What it costs, by year and source.</summary>
    public IReadOnlyList<MoneyLine> Money => MoneyLine.Parse(this["money"]);

    /// <inheritdoc/>
    public bool Equals(DraftContent? other) => other is not null && Texts.SequenceEqual(other.Texts);

    /// <inheritdoc/>
    public override int GetHashCode() => Texts.Count;
}

/// <summary>A draft as the decision that it would be, and which field each part of it came from.</summary>
/// <param name="Decision">The decision. Sums, statutes and what else a reader finds in texts are not filled in here.</param>
/// <param name="Sections">For each section, the field that it was written in.</param>
public sealed record WrittenDecision(Decision Decision, IReadOnlyList<string> Sections)
{
    /// <summary>The field of a place in the decision, as a JSON Pointer; the title's where the place is the whole.</summary>
    public string FieldOf(string pointer)
    {
        var parts = pointer.Split('/');
        return parts.ElementAtOrDefault(1) switch
        {
            "executiveSummary" => "summary",
            "recommendations" => "recommendations",
            "sections" when int.TryParse(parts.ElementAtOrDefault(2), out var index) && index < Sections.Count => Sections[index],
            "sections" => "background",
            "authorities" => "authority",
            "statutes" => "powers",
            "amounts" => "financial",
            "declarations" => "declarations",
            "decisionMaker" => "decision-maker",
            "publication" => parts.ElementAtOrDefault(2) switch { "part2" => "part-2", "part2Reason" => "part-2-reason", "deferralReason" => "deferral-reason", "deferredUntil" => "deferred-until", _ => "publish" },
            _ => "title",
        };
    }
}

/// <summary>Turns the fields of a draft into a decision, and a decision into the fields of a draft.</summary>
public static class DraftDecision
{
    /// <summary>The decision that a draft would be.</summary>
    /// <param name="content">The fields.</param>
    /// <param name="reference">The reference, where it has one.</param>
    public static WrittenDecision Write(DraftContent content, string? reference)
    {
        var sections = new List<Section>();
        var fields = new List<string>();
        foreach (var field in DraftForm.Fields.Where(field => field is { Topic: not null, Lead: null, Kind: DraftFieldKind.Text }))
        {
            foreach (var section in SectionsOf(field, content))
            {
                sections.Add(section);
                fields.Add(field.Name);
            }
        }

        var decision = new Decision
        {
            Reference = reference,
            Title = Null(content["title"]),
            DecisionMaker = new DecisionMaker(null, Null(content["decision-maker"])),
            ExecutiveSummary = Null(DraftText.Write(DraftText.Paragraphs(content["summary"]))),
            Recommendations = DraftText.Recommendations(content["recommendations"]),
            Sections = Numbered(sections),
            Declarations = [.. content.Lines("declarations").Select(Declared)],
            Publication = PublicationOf(content),
            Supersedes = Null(content["supersedes"]) is { } earlier ? new Ref<Decision>(earlier) : null,
            Meetings = DraftPapers.Of<Minutes>(content.Lines("papers")),
            Workshops = DraftPapers.Of<Workshop>(content.Lines("papers")),
            Documents = DraftPapers.Of<Document>(content.Lines("papers")),
            WhatIfs = DraftPapers.Of<WhatIf>(content.Lines("papers")),
        };
        return new WrittenDecision(decision, fields);
    }

    /// <summary>The fields of a decision, to write on from it.</summary>
    public static DraftContent Read(Decision decision)
    {
        var texts = DraftContent.Empty
            .With("title", decision.Title ?? "")
            .With("decision-maker", decision.DecisionMaker.Role ?? "")
            .With("summary", decision.ExecutiveSummary ?? "")
            .With("recommendations", DraftText.Write(decision.Recommendations))
            .With("declarations", string.Join('\n', decision.Declarations.Select(one => one.Role + (one.Given is { } given ? given ? ": yes" : ": no" : ""))))
            .With("publish", decision.Publication.Deferred is true ? decision.Publication.DeferredUntil is null ? "event" : "day" : decision.Publication.Deferred is false ? "now" : "")
            .With("deferred-until", decision.Publication.DeferredUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "")
            .With("deferral-reason", decision.Publication.DeferralReason ?? "")
            .With("part-2", decision.Publication.Part2 switch { true => "yes", false => "no", null => "" })
            .With("part-2-reason", decision.Publication.Part2Reason ?? "")
            .With("supersedes", decision.Supersedes?.Reference ?? "")
            .With("papers", string.Join('\n', DraftPapers.Addresses(decision)));
        foreach (var section in WithoutOwnNumbers(decision.Sections))
            texts = Take(section, texts);
        return texts;
    }

    // Numbers that the form would give by itself are not written out, so that a new paragraph moves those after it. Where the
    // sections stand in another order than in the form, what is written of "paragraph 5.1" must still be found there.
    private static IReadOnlyList<Section> WithoutOwnNumbers(IReadOnlyList<Section> sections)
    {
        var order = DraftForm.Fields.Where(field => field is { Topic: not null, Lead: null, Kind: DraftFieldKind.Text }).Select(field => field.Topic!.Value).ToList();
        if (sections.Any(section => section.Paragraphs.Count == 0) || !sections.Select(section => order.IndexOf(section.Topic)).SequenceEqual(sections.Select(section => order.IndexOf(section.Topic)).Order()))
            return sections;
        List<Section> bare = [.. sections.Select(section => section with { Number = null, Paragraphs = [.. section.Paragraphs.Select(one => one with { Number = null })] })];
        return Numbered(bare).Zip(sections).All(pair => pair.First.Number == pair.Second.Number && pair.First.Paragraphs.SequenceEqual(pair.Second.Paragraphs)) ? bare : sections;
    }

    private static IEnumerable<Section> SectionsOf(DraftField field, DraftContent content)
    {
        var leads = Leads(field.Topic!.Value, content).ToList();
        var written = DraftText.Sections(content[field.Name]).ToList();
        if (written.Count == 0 && leads.Count > 0)
            written.Add(new WrittenSection(null, null, []));
        for (var i = 0; i < written.Count; i++)
        {
            var own = written[i].Paragraphs;
            // What the form says of itself stands at the end of the last section of its topic.
            yield return new Section(written[i].Number, written[i].Heading ?? field.Label, field.Topic.Value, i == written.Count - 1 ? [.. own, .. leads] : own);
        }
    }

    // What was entered in fields of its own, each as a paragraph that says what it is.
    private static IEnumerable<Paragraph> Leads(Topic topic, DraftContent content)
    {
        if (topic == Topic.Financial)
            foreach (var line in content.Money)
                yield return new Paragraph(null, line.ToString());
        foreach (var field in DraftForm.Fields.Where(field => field.Topic == topic && field.Lead is not null))
        {
            if (field.Kind == DraftFieldKind.Text)
            {
                foreach (var paragraph in DraftText.Paragraphs(content[field.Name]))
                    yield return new Paragraph(null, $"{field.Lead}: {paragraph.Text}");
            }
            else if (field.Kind == DraftFieldKind.Lines)
            {
                foreach (var line in content.Lines(field.Name))
                    yield return new Paragraph(null, $"{field.Lead}: {line}");
            }
            else if (content[field.Name] is { Length: > 0 } value)
            {
                yield return new Paragraph(null, $"{field.Lead}: {field.Choices.FirstOrDefault(choice => choice.Value == value).Words ?? value}");
            }
        }
    }

    // Where nobody typed a number, sections count from 1 and their paragraphs within them; what was typed stands.
    private static List<Section> Numbered(List<Section> sections)
    {
        if (sections.Exists(section => section.Number is not null))
            return sections;
        var typed = sections.Exists(section => section.Paragraphs.Any(paragraph => paragraph.Number is not null));
        return
        [
            .. sections.Select((section, s) => section with
            {
                Number = DraftText.Printed(s + 1),
                Paragraphs = typed ? section.Paragraphs : [.. section.Paragraphs.Select((paragraph, p) => paragraph with { Number = $"{s + 1}.{p + 1}" })],
            }),
        ];
    }

    private static Declaration Declared(string line)
    {
        var colon = line.LastIndexOf(':');
        var answer = colon < 0 ? "" : line[(colon + 1)..].Trim().ToLowerInvariant();
        bool? given = answer switch { "yes" => true, "no" => false, _ => null };
        return new Declaration(given is null && answer.Length > 0 ? line : colon < 0 ? line : line[..colon].Trim(), given);
    }

    private static Publication PublicationOf(DraftContent content) => new()
    {
        Deferred = content["publish"] switch { "now" => false, "day" or "event" => true, _ => null },
        DeferredUntil = content["publish"] == "day" && DateOnly.TryParseExact(content["deferred-until"], "yyyy-MM-dd", out var day) ? day : null,
        DeferralReason = content["publish"] is "day" or "event"
            ? Null(string.Join(" ", new[] { content["publish"] == "event" && content["deferred-event"] is { Length: > 0 } name ? $"Until after {name}." : "", DraftText.Plain(content["deferral-reason"].Trim()) }.Where(words => words.Length > 0)))
            : null,
        Part2 = content["part-2"] switch { "yes" => true, "no" => false, _ => null },
        Part2Reason = content["part-2"] == "yes" ? Null(DraftText.Plain(content["part-2-reason"].Trim())) : null,
    };

    private static DraftContent Take(Section section, DraftContent texts)
    {
        var field = DraftForm.Fields.First(field => field.Topic == section.Topic && field is { Lead: null, Kind: DraftFieldKind.Text });
        var own = new List<Paragraph>();
        foreach (var paragraph in section.Paragraphs)
        {
            if (section.Topic == Topic.Financial && MoneyLine.FromParagraph(paragraph.Text) is { } line)
                texts = texts.With("money", Joined(texts["money"], line.Stored, "\n"));
            else if (Led(section.Topic, paragraph.Text, texts) is var (led, value))
                texts = texts.With(led.Name, Joined(texts[led.Name], value, led.Kind == DraftFieldKind.Text ? "\n\n" : "\n"));
            else
                own.Add(paragraph);
        }

        // A heading as the form has it, with the number that the form would give, need not be written.
        var heading = section.Number is null && section.Heading == field.Label ? "" : $"## {(section.Number is { } number ? number + ". " : "")}{section.Heading}\n\n";
        return own.Count == 0 && heading.Length == 0 ? texts : texts.With(field.Name, Joined(texts[field.Name], (heading + DraftText.Write(own)).TrimEnd(), "\n\n"));
    }

    // The field that a paragraph was entered in, by the words that it begins with; null where it can be in none, or the field is taken.
    private static (DraftField Field, string Value)? Led(Topic topic, string text, DraftContent texts)
    {
        foreach (var field in DraftForm.Fields.Where(field => field.Topic == topic && field.Lead is not null))
        {
            if (!text.StartsWith(field.Lead + ": ", StringComparison.Ordinal) || (field.Kind is DraftFieldKind.Line or DraftFieldKind.Choice && texts[field.Name].Length > 0))
                continue;
            var words = text[(field.Lead!.Length + 2)..];
            var value = field.Kind switch
            {
                DraftFieldKind.Choice => field.Choices.FirstOrDefault(choice => choice.Words == words).Value,
                DraftFieldKind.Text => DraftText.Write([new Paragraph(null, words)]),
                _ => words.Contains('\n') ? null : words,
            };
            if (value is { Length: > 0 })
                return (field, value);
        }

        return null;
    }

    private static string Joined(string before, string more, string between) => before.Length == 0 ? more : before + between + more;

    private static string? Null(string text) => text.Trim() is { Length: > 0 } some ? some : null;
}
