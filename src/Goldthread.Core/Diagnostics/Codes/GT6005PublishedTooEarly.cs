using System.Text.RegularExpressions;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions.Authorities;
using Goldthread.Core.Diagnostics.Words;

namespace Goldthread.Core.Diagnostics.Codes;

/// <summary>Minutes whose publication date lies before an event that they report as to come.</summary>
internal static partial class GT6005PublishedTooEarly
{
    public static IEnumerable<Finding> Check(Minutes minutes)
    {
        if (minutes.Published is not { } published)
        {
            yield break;
        }

        if (published < minutes.Date)
        {
            yield return new("GT6005", $"Published on {AuthorityWords.Of(published)}, before the meeting of {AuthorityWords.Of(minutes.Date!.Value)}. Expected a day after it.", "/published");
        }

        foreach (var passage in Passage.Of(minutes))
        {
            foreach (var day in passage.Sentences.SelectMany(sentence => Announced(sentence, published)))
            {
                yield return new("GT6005", $"The minutes are dated published on {AuthorityWords.Of(published)} and tell of something to be launched on {AuthorityWords.Of(day.Earliest)}. Worth checking that it was not released early.", passage.Pointer, day.Quote);
            }
        }
    }

    private static IEnumerable<Day> Announced(string sentence, DateOnly published) =>
        Day.In(sentence).Where(day => day.IsExact && day.Earliest > published && Launch().IsMatch(sentence[..day.Start]));

    [GeneratedRegex(@"\b(?:will|to be|due to|is to)\b[^.;]{0,60}\b(?:launch|announc|publish|releas|reveal|unveil)\w*\b[^.;]{0,30}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Launch();
}
