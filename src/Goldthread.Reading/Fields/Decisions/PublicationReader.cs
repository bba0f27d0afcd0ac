using Goldthread.Core.Decisions;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>What the form says about deferring publication and about a confidential part.</summary>
internal sealed class PublicationReader
{
    private const int FewestSpaces = 2;
    private const int Yes = 3;
    private readonly Labels labels;
    private readonly Places places;
    private readonly int from;
    private readonly int? to;
    private readonly int deferredAt;
    private readonly int part2At;
    private readonly Layouts layouts;
    private readonly List<Passage> sentences;

    private PublicationReader(IReadOnlyList<Part> parts, Labels labels, Layouts layouts, Places places)
    {
        this.labels = labels;
        this.layouts = layouts;
        this.places = places;
        sentences = [.. parts.Where(part => part.Kind is PartKind.Front or PartKind.Divider or PartKind.Form)
            .SelectMany(part => part.Blocks.Where(block => !block.IsRow && block.Number is null)).SelectMany(block => Sentences.In(block.Text))];
        var forms = parts.Where(part => part is { Kind: PartKind.Form, Form: "publicAccess" }).ToList();
        from = forms.Count == 0 ? 0 : Math.Max(0, forms[0].From - 1);
        to = forms.Count == 0 ? null : forms[^1].To;
        deferredAt = Find("label.deferred").FirstOrDefault()?.Index ?? -1;
        part2At = Find("label.part2").FirstOrDefault()?.Index ?? -1;
    }

    public static Publication Read(IReadOnlyList<Part> parts, Labels labels, Layouts layouts, Places places)
    {
        var reader = new PublicationReader(parts, labels, layouts, places);
        return new Publication
        {
            Deferred = reader.Answer("label.deferred", "/publication/deferred") ?? reader.Denied("publication.says-not-deferred", "/publication/deferred"),
            DeferralReason = reader.Reason("label.deferralReason", "/publication/deferralReason", part2: false) ?? reader.AfterYes("label.deferred", "/publication/deferralReason"),
            DeferredUntil = reader.Until(),
            Part2 = reader.Answer("label.part2", "/publication/part2") ?? reader.Closed() ?? reader.Denied("publication.says-no-part2", "/publication/part2"),
            Part2Reason = reader.Reason("label.part2Reason", "/publication/part2Reason", part2: true)
                ?? reader.Reason("label.deferralReason", "/publication/part2Reason", part2: true)
                ?? reader.AfterYes("label.part2", "/publication/part2Reason"),
        };
    }

    private IEnumerable<Labelled> Find(string group) => labels.Find(group, from, to);

    private bool? Answer(string group, string pointer)
    {
        foreach (var label in Find(group))
        {
            places.Expect(pointer, label.Name);
            if ((Answers.Of(label.Value.Text) ?? (layouts["publication.none"].Match(label.Value.Text) ? false : null)) is { } answer)
            {
                places.Put(pointer, label.Value);
                return answer;
            }
        }

        return null;
    }

    /// <summary>What is said of a report that is asked whether it is open, or which of open and exempt it is.</summary>
    private bool? Closed()
    {
        foreach (var label in Find("label.open"))
        {
            var words = label.Value.Text;
            var closed = layouts["publication.open"].Match(words) ? false : layouts["publication.closed"].Match(words) ? true : !Answers.Of(words);
            if (closed is not null)
            {
                places.Put("/publication/part2", label.Value);
                return closed;
            }
        }

        return null;
    }

    /// <summary>False where a sentence of the form says so, such as <c>There is no confidential part.</c></summary>
    private bool? Denied(string group, string pointer)
    {
        if (sentences.Find(sentence => sentence.Length < 300 && layouts[group].FoundIn(Key.Of(sentence.Text))) is not { } said)
        {
            return null;
        }

        places.Put(pointer, said);
        return false;
    }

    /// <summary>A reason belongs to the question it stands under.</summary>
    private string? Reason(string group, string pointer, bool part2)
    {
        // Outside a form, "reasons" are those for the decision.
        foreach (var label in to is null && deferredAt < 0 && part2At < 0 ? [] : Find(group))
        {
            var underPart2 = part2At >= 0 && label.Index >= part2At && (deferredAt < part2At || label.Index < deferredAt);
            var isBeforeAll = to is null && label.Index < Math.Min(deferredAt < 0 ? int.MaxValue : deferredAt, part2At < 0 ? int.MaxValue : part2At);
            if (underPart2 != part2 || isBeforeAll)
            {
                continue;
            }

            places.Expect(pointer, label.Name);
            if (!label.Value.IsEmpty && !IsNothing(label.Value.Text))
            {
                return places.Put(pointer, label.Value);
            }
        }

        return null;
    }

    /// <summary>A reason that stands behind the answer itself: <c>Yes. The prices of bidders are confidential.</c></summary>
    private string? AfterYes(string group, string pointer)
    {
        foreach (var value in Find(group).Select(label => label.Value).Where(value => value.Text.StartsWith("yes", StringComparison.OrdinalIgnoreCase) && !Answers.HasBoxes(value.Text)))
        {
            var at = value.Text.AsSpan(Yes).IndexOfAnyExcept(".,:;–—- ");
            var why = at > 0 ? value.From(Yes + at) : Passage.Empty;
            if (why.Text.AsSpan().Count(' ') >= FewestSpaces && !why.Text.StartsWith("until ", StringComparison.OrdinalIgnoreCase))
            {
                return places.Put(pointer, why);
            }
        }

        return null;
    }

    private DateOnly? Until()
    {
        var answered = Find("label.deferred").Where(label => label.Value.Text.StartsWith("yes", StringComparison.OrdinalIgnoreCase) && label.Value.Text.Contains(" until ", StringComparison.OrdinalIgnoreCase));
        foreach (var label in Find("label.deferredUntil").Concat(answered))
        {
            places.Expect("/publication/deferredUntil", label.Name);
            if (Dates.First(label.Value) is { } date)
            {
                places.Put("/publication/deferredUntil", date.Where);
                return date.Date;
            }
        }

        return null;
    }

    private static bool IsNothing(string words) =>
        words.Trim().TrimEnd('.').ToLowerInvariant() is "n/a" or "na" or "not applicable" or "none" or "-" or "–" or "n.a";
}
