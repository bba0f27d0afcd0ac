using Goldthread.Core.Decisions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>What the form says about deferring publication and about a confidential part.</summary>
internal sealed class PublicationReader
{
    private readonly Labels labels;
    private readonly Places places;
    private readonly int from;
    private readonly int? to;
    private readonly int deferredAt;
    private readonly int part2At;

    private PublicationReader(IReadOnlyList<Part> parts, Labels labels, Places places)
    {
        this.labels = labels;
        this.places = places;
        var forms = parts.Where(part => part is { Kind: PartKind.Form, Form: "publicAccess" }).ToList();
        from = forms.Count == 0 ? 0 : Math.Max(0, forms[0].From - 1);
        to = forms.Count == 0 ? null : forms[^1].To;
        deferredAt = Find("label.deferred").FirstOrDefault()?.Index ?? -1;
        part2At = Find("label.part2").FirstOrDefault()?.Index ?? -1;
    }

    public static Publication Read(IReadOnlyList<Part> parts, Labels labels, Places places)
    {
        var reader = new PublicationReader(parts, labels, places);
        return new Publication
        {
            Deferred = reader.Answer("label.deferred", "/publication/deferred"),
            DeferralReason = reader.Reason("label.deferralReason", "/publication/deferralReason", part2: false),
            DeferredUntil = reader.Until(),
            Part2 = reader.Answer("label.part2", "/publication/part2"),
            Part2Reason = reader.Reason("label.part2Reason", "/publication/part2Reason", part2: true)
                ?? reader.Reason("label.deferralReason", "/publication/part2Reason", part2: true),
        };
    }

    private IEnumerable<Labelled> Find(string group) => labels.Find(group, from, to);

    private bool? Answer(string group, string pointer)
    {
        foreach (var label in Find(group))
        {
            places.Expect(pointer, label.Name);
            if (Answers.Of(label.Value.Text) is { } answer)
            {
                places.Put(pointer, label.Value);
                return answer;
            }
        }

        return null;
    }

    /// <summary>A reason belongs to the question it stands under.</summary>
    private string? Reason(string group, string pointer, bool part2)
    {
        // Outside a form, "reasons" are those for the decision.
        foreach (var label in to is null && deferredAt < 0 && part2At < 0 ? [] : Find(group))
        {
            var underPart2 = part2At >= 0 && label.Index >= part2At && (deferredAt < part2At || label.Index < deferredAt);
            if (underPart2 != part2)
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

    private DateOnly? Until()
    {
        foreach (var label in Find("label.deferredUntil"))
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
