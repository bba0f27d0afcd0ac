using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>What is said about the meeting before: when it was, whether its minutes were agreed.</summary>
internal sealed class PreviousMeeting(IReadOnlyList<MinutesSection> sections, Layouts layouts, Places places)
{
    private readonly Phrases about = layouts["previous.words"];

    public DateOnly? Date()
    {
        var date = Passages().Where(entry => entry.IsAbout).Select(entry => Dates.First(entry.Words)).FirstOrDefault(found => found is not null);
        if (date is null)
        {
            return null;
        }

        places.Put("/previousMeeting", date.Where);
        return date.Date;
    }

    public bool? Agreed()
    {
        foreach (var (words, isAbout) in Passages())
        {
            var key = Key.Of(words.Text);
            var refused = layouts["previous.not-agreed"].FoundIn(key);
            if (isAbout && (refused || layouts["previous.agreed"].FoundIn(key)))
            {
                places.Put("/previousMinutesAgreed", words);
                return !refused;
            }
        }

        return null;
    }

    /// <summary>The heading and the sentences of each item, and whether they speak of earlier minutes.</summary>
    private IEnumerable<(Passage Words, bool IsAbout)> Passages()
    {
        foreach (var section in sections.Where(section => section.Kind is MinutesPart.Item or MinutesPart.Other))
        {
            var heading = section.Heading?.Text ?? Passage.Empty;
            var isItem = section.Kind == MinutesPart.Item && Key.Of(heading.Text) is var title && (about.FoundIn(title) || layouts["previous.headings"].MatchKey(title));
            if (isItem)
            {
                yield return (heading, true);
            }

            foreach (var sentence in section.Blocks.SelectMany(block => Sentences.In(block.Text)))
            {
                var key = Key.Of(sentence.Text);
                yield return (sentence, isItem || about.FoundIn(key) || (section.Kind == MinutesPart.Item && key.Contains("minutes", StringComparison.Ordinal) && layouts["previous.agreed"].FoundIn(key)));
            }
        }
    }
}
