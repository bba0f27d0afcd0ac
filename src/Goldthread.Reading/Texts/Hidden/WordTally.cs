using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Counts the tracked changes, the hidden and the covered words of a Word file.</summary>
internal sealed class WordTally
{
    private readonly HashSet<string> changers = new(StringComparer.Ordinal);
    private int insertions;
    private int deletions;
    private int moves;
    private int movedRuns;
    private int formats;
    private int hidden;
    private int covered;

    /// <summary>How many text boxes with words there are.</summary>
    public int TextBoxes { get; private set; }

    /// <summary>Counts an element of the body.</summary>
    public void Take(OpenXmlElement element, WordStyles styles)
    {
        switch (element)
        {
            case Run run:
                Take(run, styles);
                break;
            case TableRow row when WordSights.IsGone(row):
                hidden += row.TableRowProperties!.GetFirstChild<Deleted>() is null ? row.Descendants<Text>().Sum(text => Counted.Words(text.Text)) : 0;
                break;
            case TextBoxContent box when !box.Ancestors<AlternateContentFallback>().Any():
                TextBoxes += Counted.Words(box.InnerText) > 0 ? 1 : 0;
                break;
        }

        if (IsChange(element.LocalName))
        {
            Change(element.LocalName, element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "author").Value);
        }
    }

    /// <summary>Whether an element of this name marks a tracked change.</summary>
    public static bool IsChange(string name) =>
        name is "ins" or "del" or "cellIns" or "cellDel" or "cellMerge" or "moveFrom" or "moveFromRangeStart" or "moveTo" || name.EndsWith("PrChange", StringComparison.Ordinal);

    /// <summary>Counts a tracked change.</summary>
    public void Change(string name, string? author)
    {
        _ = name switch
        {
            "ins" or "cellIns" => insertions++,
            "del" or "cellDel" => deletions++,
            "moveFromRangeStart" => moves++,
            "moveFrom" or "moveTo" => movedRuns++,
            _ => formats++,
        };
        if (!string.IsNullOrWhiteSpace(author))
        {
            changers.Add(author);
        }
    }

    /// <summary>What was counted, as findings.</summary>
    public IEnumerable<Finding> Findings()
    {
        var changes = Counted.List(
            (insertions, "insertion", "insertions"),
            (deletions, "deletion", "deletions"),
            (Math.Max(moves, movedRuns > 0 ? 1 : 0), "move", "moves"),
            (formats, "change of layout", "changes of layout"));
        if (changes is not null)
        {
            yield return HiddenFindings.TrackedChanges(changers.Count == 0 ? changes : $"{changes}, by {Counted.Of(changers.Count, "person", "people")}");
        }

        if (hidden > 0)
        {
            yield return HiddenFindings.HiddenText(Counted.Of(hidden, "word", "words"));
        }

        if (covered > 0)
        {
            yield return HiddenFindings.CoveredText($"{Counted.Of(covered, "word", "words")} in the colour of what is behind");
        }
    }

    private void Take(Run run, WordStyles styles)
    {
        var sight = WordSights.Of(run, styles);
        if (sight == WordSight.Seen)
        {
            return;
        }

        var words = run.Elements<Text>().Sum(text => Counted.Words(text.Text));
        hidden += sight == WordSight.Hidden ? words : 0;
        covered += sight == WordSight.Covered ? words : 0;
    }
}
