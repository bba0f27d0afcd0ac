using System.Text.RegularExpressions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions.Citations;

/// <summary>Reads what law and what rules of its own a document cites, each provision with the instrument it is of.</summary>
internal sealed partial class CitationReader(IReadOnlyList<Unit> units, Layouts layouts)
{
    private readonly StatuteNames statutes = layouts.Prepared(all => new StatuteNames(all));
    private readonly InstrumentNames instruments = layouts.Prepared(all => new InstrumentNames(all));
    private readonly ShortForms shortForms = new();
    private readonly List<Citation> citations = [];
    private readonly HashSet<string> ownNumbers = new(units.Select(unit => unit.Number?.Printed).OfType<string>().Concat(units.Select(unit => unit.Part.Heading?.Number?.Printed).OfType<string>()), StringComparer.Ordinal);

    public IReadOnlyList<Citation> Read()
    {
        foreach (var unit in units)
        {
            Read(unit.Everything);
        }

        return citations;
    }

    private void Read(Passage passage)
    {
        var named = Named(passage);
        var provisions = Join(passage, [.. Provisions.In(passage).Where(provision => !named.Exists(name => provision.Start >= name.Start && provision.Start < name.End))]);
        foreach (var name in named)
        {
            Add(name, null);
        }

        for (var i = provisions.Count - 1; i >= 0; i--)
        {
            provisions[i] = provisions[i] with { Instrument = Of(passage, provisions, i, named) };
        }

        foreach (var (provision, instrument) in provisions)
        {
            if (instrument is not null)
            {
                Add(instrument, provision);
            }
        }
    }

    private List<Named> Named(Passage passage)
    {
        var found = statutes.In(passage).ToList();
        found.AddRange(instruments.CountedIn(passage).Where(own => !found.Exists(law => own.Start < law.End && law.Start < own.Start + own.Where.Length)));
        found.AddRange(instruments.In(passage).Where(own => !found.Exists(counted => counted.Where.Start == own.Where.Start)).Where(own => !found.Exists(law => own.Start < law.End && law.Start < own.End)));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        foreach (var name in found)
        {
            shortForms.Learn(name, passage.Text);
        }

        found.AddRange([.. shortForms.In(passage).Where(form => !found.Exists(name => form.Start < name.End && name.Start < form.End))]);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return [.. found.Select(shortForms.Whole)];
    }

    /// <summary>Puts <c>paragraph 7 of Schedule 3</c> together as one provision.</summary>
    private static List<(Provision Provision, Named? Instrument)> Join(Passage passage, List<Provision> provisions)
    {
        var joined = new List<(Provision, Named?)>();
        for (var i = 0; i < provisions.Count; i++)
        {
            var one = provisions[i];
            var next = i + 1 < provisions.Count ? provisions[i + 1] : null;
            if (next is { Kind: "Schedule" or "Part" } && next.Start > one.End && passage.Text[one.End..next.Start] is " of " or " to " or " in ")
            {
                var where = passage.Slice(one.Start, next.End - one.Start);
                joined.Add((new Provision(one.Kind, $"{one.Number} of {next.Text}", where, one.Start, next.End), null));
                i++;
            }
            else
            {
                joined.Add((one, null));
            }
        }

        return joined;
    }

    /// <summary>The instrument that a provision is of: the one named just after it, just before it, or last.</summary>
    private Named? Of(Passage passage, List<(Provision Provision, Named? Instrument)> all, int index, List<Named> named)
    {
        var provision = all[index].Provision;
        var text = passage.Text;
        var after = named.Find(name => name.Start >= provision.End);
        if (after is not null && after.Start - provision.End < 90 && LeadsTo.IsMatch(text[provision.End..after.Start]))
        {
            return after;
        }

        if (index + 1 < all.Count && all[index + 1] is var next && (next.Provision.Start == provision.Start
            || (next.Provision.Start >= provision.End && Connects.IsMatch(text[provision.End..next.Provision.Start]))) && next.Instrument is not null)
        {
            return next.Instrument;
        }

        return IsOwnPart(text, provision) ? null : Before(text, provision, named);
    }

    private Named? Before(string text, Provision provision, List<Named> named)
    {
        var before = named.FindLast(name => name.End <= provision.Start);
        if (before is not null && provision.Start - before.End < 40 && FollowsOn.IsMatch(text[before.End..provision.Start]))
        {
            return before;
        }

        if (provision.Kind == "Part")
        {
            return null;
        }

        var isDotted = provision.Number.Contains('.');
        if (isDotted)
        {
            return named.FindLast(name => !name.IsStatute && name.End <= provision.Start);
        }

        var isLaw = provision.Number.Contains('(') || provision.Kind is "Schedule" or "regulation" or "article";
        if (isLaw)
        {
            return named.FindLast(name => name.IsStatute && name.End <= provision.Start) ?? LastStatute(provision);
        }

        return before ?? LastStatute(provision);
    }

    /// <summary>The statute cited last in an earlier paragraph, unless the number is one of the document's own.</summary>
    private Named? LastStatute(Provision provision)
    {
        if (provision.Kind is not ("section" or "Schedule") || ownNumbers.Contains(provision.Number) || ownNumbers.Contains(provision.Number + ".0"))
        {
            return null;
        }

        var last = citations.FindLast(citation => citation.IsStatute && citation.Year is not null);
        return last is null ? null : new Named(IsStatute: true, last.Name, last.Year, last.Instrument, 0, 0);
    }

    /// <summary>Whether the words around a provision say that it is a part of this document, or names an office: <c>Section 151 Officer</c>, <c>Director of Finance (s151)</c>.</summary>
    private static bool IsOwnPart(string text, Provision provision) =>
        OwnPart.IsMatch(text.AsSpan(provision.End, Math.Min(40, text.Length - provision.End)))
        || (provision.End < text.Length && text[provision.End] == ')' && Office.IsMatch(text.AsSpan(0, provision.Start)));

    private void Add(Named instrument, Provision? provision)
    {
        if (provision is null)
        {
            citations.Add(new Citation(instrument.IsStatute, instrument.Name, instrument.Year, null, instrument.Where, Passage.Empty));
            return;
        }

        var text = provision.Text;
        if (instrument.IsStatute)
        {
            text = InSchedule(instrument, provision) + text;
        }
        else if (provision.Kind == "paragraph" || instrument.Name.EndsWith(provision.Kind + "s", StringComparison.OrdinalIgnoreCase))
        {
            text = provision.Number;
        }

        citations.Add(new Citation(instrument.IsStatute, instrument.Name, instrument.Year, text, instrument.Where, provision.Where));
    }

    /// <summary>The schedule that a bare <c>paragraph 7(2)(a)</c> is of, where the one before it was of a schedule.</summary>
    private string InSchedule(Named instrument, Provision provision)
    {
        var last = citations.FindLast(citation => citation.IsStatute && citation.Provision is not null);
        var schedule = last is not null && last.Name == instrument.Name && provision is { Kind: "paragraph" } && !provision.Number.Contains("Schedule", StringComparison.Ordinal)
            ? ScheduleOf.Match(last.Provision!)
            : Match.Empty;
        return schedule.Success ? schedule.Value + ", " : "";
    }

    [GeneratedRegex(@"^\s?$|^\s?(\)\s?)?,?\s?(of|to|in|under|from|within)\s([\w’'\-()“”""]+\s){0,9}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadsTo { get; }

    [GeneratedRegex(@"^\s?(,|and|or|to|&|,\sand|read with|together with|of|–|-)\s?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Connects { get; }

    [GeneratedRegex(@"^[”""’)]*(\s?\([^)]{1,40}\))?,?\s?[(\[]?\s?(the\s|in\s|at\s|under\s|and\s|see\s){0,2}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FollowsOn { get; }

    [GeneratedRegex(@"^\)?\s(above|below|of\s(this|the)\s(report|paper|form|decision|document|notice|appendix)|herein|(chief\s)?(finance\s)?officers?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnPart { get; }

    [GeneratedRegex(@"\b(Finance|Resources|Treasurer|Officer|Solicitor|Services|Chief Executive)\s\($", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Office { get; }

    [GeneratedRegex(@"^Schedule [0-9]{1,3}[A-Z]?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScheduleOf { get; }
}
