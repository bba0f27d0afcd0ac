using Goldthread.Core.Decisions.Drafts;
using Goldthread.Decisions;
using Goldthread.Register.Decisions;
using Goldthread.Site;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>What a script is told of a save, in the words in which the page shows it.</summary>
public sealed class DraftAnswer
{
    /// <summary>Puts the answer together.</summary>
    /// <param name="page">The page, with the draft as it stands now.</param>
    /// <param name="saved">What became of the texts.</param>
    /// <param name="form">What was sent: the bases of the fields sent, and in <c>known</c> those of all fields that the page shows.</param>
    /// <param name="sent">The fields that were to be saved.</param>
    /// <param name="now">When.</param>
    internal DraftAnswer(DraftModel page, DraftSaved saved, IFormCollection form, IEnumerable<string> sent, DateTime now)
    {
        At = Wording.Time(now);
        Fault = saved.Fault?.Message;
        Count = DraftWords.Count(page.Review.Findings);
        Findings = [.. page.Review.Findings.Select(found => new Said(found.Field, found.Code, DraftWords.Weight(found), DraftWords.Tone(found), found.Message))];
        Wrong = page.ErrorOf("wanted");
        var asked = sent.ToHashSet(StringComparer.Ordinal);
        var known = form["known"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)).Where(one => one.Length == 2).ToLookup(one => one[0], one => one[1], StringComparer.Ordinal);
        foreach (var field in DraftForm.Fields)
        {
            var basis = DraftInputs.Basis(page.Draft, field);
            var outcome = saved.Fields.GetValueOrDefault(field.Name);
            var isKnown = known[field.Name].FirstOrDefault() is not { } shown || shown == basis;
            if (!asked.Contains(field.Name) && isKnown)
                continue;
            Fields[field.Name] = new Kept(
                outcome?.Fault is null ? basis : null,
                outcome is null or { Lost: true, Fault: null } ? DraftInputs.Values(field, page.Draft.Content[field.Name]) : null,
                outcome is { Lost: true, Fault: null },
                outcome?.Aside,
                outcome?.Fault?.Message);
        }
    }

    /// <summary>The time of day.</summary>
    public string At { get; }

    /// <summary>What was wrong with all of it.</summary>
    public string? Fault { get; }

    /// <summary>What is wrong with the day by which it is wanted.</summary>
    public string? Wrong { get; }

    /// <summary>How much the checks find, in a sentence.</summary>
    public string Count { get; }

    /// <summary>What the checks find.</summary>
    public IReadOnlyList<Said> Findings { get; }

    /// <summary>What became of each field that was sent, and those that somebody else changed meanwhile.</summary>
    public Dictionary<string, Kept> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Something found.</summary>
    public sealed record Said(string Field, string Code, string Weight, string Tone, string Message);

    /// <summary>What became of a field.</summary>
    /// <param name="Basis">What it is typed over from now on; null where nothing was saved because of a fault.</param>
    /// <param name="Values">What stands in its inputs now, where it is not what was sent.</param>
    /// <param name="Lost">Whether what was sent is kept beside it.</param>
    /// <param name="Aside">Where it is kept.</param>
    /// <param name="Fault">What is wrong with what was sent.</param>
    public sealed record Kept(string? Basis, IReadOnlyDictionary<string, string>? Values, bool Lost, Guid? Aside, string? Fault);
}
