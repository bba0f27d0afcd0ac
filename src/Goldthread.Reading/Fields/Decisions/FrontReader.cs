using System.Text.RegularExpressions;
using Goldthread.Reading.Blocks;
using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>The reference and the title, from labels or from the lines at the head of the document.</summary>
internal sealed partial class FrontReader(IReadOnlyList<Block> blocks, IReadOnlyList<Part> parts, Labels labels, Layouts layouts, Places places)
{
    private const int FarthestFront = 40;
    private const int FarthestPerhaps = 8;
    private const string Separators = ":–—- |,;()";

    private readonly People people = layouts.Prepared(all => new People(all));

    private int FrontEnd => Math.Clamp(parts[0].To, Math.Min(3, blocks.Count), FarthestFront);

    public string? Reference()
    {
        var end = Math.Min(blocks.Count, FarthestFront);
        var beside = labels.Find("label.documentNumber", to: end).Where(label => label.Value.Start < blocks[label.Index].Text.End);
        foreach (var label in labels.Find("label.reference", to: end).Concat(beside))
        {
            places.Expect("/reference", label.Name);
            if (label.Value.Length <= 60 && label.Value.Text.Any(char.IsDigit))
            {
                return places.Put("/reference", label.Value.Trim(".:"));
            }
        }

        foreach (var block in blocks.Take(FrontEnd).Where(block => block.Text.Length <= 200))
        {
            if (AfterName(block.Text) is { } numbered)
            {
                return places.Put("/reference", numbered);
            }

            if (Reference(block.Text) is { } found && (IsOnItsOwn(block, found) || layouts["decision.document-words"].FoundIn(block.Key)))
            {
                return places.Put("/reference", found);
            }
        }

        return null;
    }

    public string? Title(string? reference)
    {
        if (labels.First("label.title", to: Math.Min(blocks.Count, FarthestFront)) is { } label)
        {
            places.Expect("/title", label.Name);
            if (!label.Value.IsEmpty && label.Value.Length <= 500 && !(label.Value.Text[^1] == '.' && label.Value.Text.Contains(". ", StringComparison.Ordinal)))
            {
                return places.Put("/title", WithoutReference(label.Value, reference));
            }
        }

        if (labels.Find("label.titlePerhaps", to: Math.Min(blocks.Count, FarthestPerhaps)).FirstOrDefault(found => found.Value is { Length: > 8 and <= 200 } value && value.Text.Contains(' ', StringComparison.Ordinal) && char.IsUpper(value.Text[0]) && value.Text[^1] is not ('.' or ':')) is { } perhaps)
        {
            return places.Put("/title", WithoutReference(perhaps.Value, reference));
        }

        var called = AnswerToQuestion() ?? AfterDocumentName();
        if (called is not null && !people.IsRole(called.Text) && !layouts["decision.body-lines"].Match(called.Text))
        {
            return places.Put("/title", WithoutReference(called, reference));
        }

        var candidates = Enumerable.Range(0, FrontEnd).Where(IsTitle).ToList();
        var best = candidates.Select(index => blocks[index]).FirstOrDefault(block => block.Rank == 1) ?? FirstTitle(candidates);
        if (best is null)
        {
            return called is null ? null : places.Put("/title", WithoutReference(called, reference));
        }

        var afterName = AfterName(best.Text) is { } numbered ? best.Text.From(best.Text.Text.IndexOf(numbered.Text, StringComparison.Ordinal) + numbered.Length).Trim(Separators) : Passage.Empty;
        return places.Put("/title", afterName.IsEmpty ? WithoutReference(WithoutName(best.Text), reference) : afterName);
    }

    /// <summary>What stands at the head beside a question such as <c>What was decided</c>, where what is asked for stands under a heading further on.</summary>
    private Passage? AnswerToQuestion()
    {
        foreach (var block in parts[0].Blocks)
        {
            var split = block.IsRow ? (block.Cells.Count > 1 && layouts["decision.title-questions"].Match(block.Cells[0].Text) ? (block.Cells[0].Text, block.Cells[1].Text) : null) : Labels.Split(block.Text, layouts["decision.title-questions"]);
            if (split is { } found && found.Value is { Length: > 3 and <= 200 } answer && answer.Text[^1] != '.')
            {
                return answer;
            }
        }

        return null;
    }

    /// <summary>The title without the name of the document before it: <c>Request for a decision: a minibus for the cadets</c>.</summary>
    private Passage WithoutName(Passage title)
    {
        var colon = title.Text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && layouts["decision.document-names"].Match(title.Text.AsSpan(0, colon)) && title.From(colon + 1) is { Length: > 3 } rest ? rest : title;
    }

    /// <summary>The first candidate after the line that names or numbers the document, where one stands there, else the first of all.</summary>
    private Block? FirstTitle(List<int> candidates)
    {
        var named = Enumerable.Range(0, FrontEnd).Where(index => !blocks[index].IsRow && IsDocumentName(blocks[index])).Select(index => candidates.Find(candidate => candidate > index)).FirstOrDefault(candidate => candidate > 0);
        var numbered = candidates.Find(candidate => candidate > 0 && IsNumber(blocks[candidate - 1]));
        return candidates.Count == 0 ? null : blocks[named > 0 ? named : numbered > 0 ? numbered : candidates[0]];
    }

    /// <summary>Whether the line holds the number of the document and nothing else, perhaps behind its label.</summary>
    private bool IsNumber(Block block) =>
        !block.IsRow && block.Text.Length <= 60 && (Labels.Split(block.Text, layouts["label.reference"]) is not null || Reference(block.Text)?.Length >= block.Text.Length - 3);

    /// <summary>The title on the line that names the document: <c>Decision notice: a minibus for the cadets</c>.</summary>
    private Passage? AfterDocumentName()
    {
        foreach (var block in blocks.Take(FrontEnd).Where(block => !block.IsRow && block.Text.Length <= 300))
        {
            var colon = block.Text.Text.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && IsName(block.Text.Text.AsSpan(0, colon)) && block.Text.From(colon + 1) is { Length: > 3 } title && title.Text.Any(char.IsLower) && !(References.First(title) is { } number && number.Length >= title.Length - 3))
            {
                return title;
            }
        }

        return null;
    }

    /// <summary>Whether the words before a colon name the document: those the data knows, or a few with capitals of which the last is "decision".</summary>
    private bool IsName(ReadOnlySpan<char> words) =>
        layouts["decision.document-names"].Match(words) || NamedDecision.IsMatch(words);

    /// <summary>A reference in the words, without the name of the document that may stand before it.</summary>
    private Passage? Reference(Passage words)
    {
        var found = References.First(words);
        while (found is not null && found.Text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space
            && layouts["decision.document-words"].Match(found.Text.AsSpan(0, space).TrimEnd('.')) && found.Text[space..].Any(char.IsDigit))
        {
            found = found.From(space);
        }

        return found;
    }

    /// <summary>A number that stands after the name of the document: <c>Decision notice 031/2019</c>.</summary>
    private Passage? AfterName(Passage words)
    {
        var match = NameAndNumber.Match(words.Text);
        return match.Success && layouts["label.documentNumber"].Match(match.Groups["name"].Value)
            ? words.Slice(match.Groups["number"].Index, match.Groups["number"].Length)
            : null;
    }

    private static bool IsOnItsOwn(Block block, Passage found) =>
        found.Length >= block.Text.Length - 3 || block.Text.Text.StartsWith(found.Text, StringComparison.Ordinal) || block.Text.Text.EndsWith(found.Text, StringComparison.Ordinal);

    private bool IsTitle(int index) => IsTitle(blocks[index]) && !IsBodyLine(index);

    /// <summary>Whether the line names the body, by itself or with the line before or after it.</summary>
    private bool IsBodyLine(int index) =>
        layouts["decision.body-lines"].MatchKey(blocks[index].Key) || IsBrokenBodyLine(index) || (index > 0 && IsBrokenBodyLine(index - 1));

    private bool IsBrokenBodyLine(int index) =>
        index + 1 < blocks.Count && !blocks[index + 1].Gap && !blocks[index].IsRow && !blocks[index + 1].IsRow && !labels.IsKnown(blocks[index + 1])
        && blocks[index].Text.Length + blocks[index + 1].Text.Length < 120
        && layouts["decision.body-lines"].MatchKey(blocks[index].Key + " " + blocks[index + 1].Key);

    private bool IsTitle(Block block) =>
        !block.IsRow && block.Text.Length is > 3 and <= 300 && block.Text.Text[^1] != ':' && block.Text.Text.Any(char.IsLetter)
        && !labels.IsKnown(block) && !IsDocumentName(block)
        && !(References.First(block.Text) is { } reference && reference.Length >= block.Text.Length - 3)
        && !(Dates.First(block.Text) is { } date && date.Where.Length >= block.Text.Length - 14);

    private bool IsDocumentName(Block block) =>
        layouts["decision.document-names"].MatchKey(block.Key)
        || (AfterName(block.Text) is { } numbered && block.Text.Text.EndsWith(numbered.Text, StringComparison.Ordinal))
        || (References.First(block.Text) is { } reference && layouts["decision.document-names"].MatchKey(Key.Of(block.Text.Text.Replace(reference.Text, "", StringComparison.Ordinal))));

    private static Passage WithoutReference(Passage title, string? reference)
    {
        if (reference is null || title.Text.IndexOf(reference, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
        {
            return title;
        }

        var rest = at == 0 ? title.From(reference.Length) : at + reference.Length == title.Length ? title.UpTo(at) : title;
        var trimmed = rest == title ? title : rest.Trim(Separators);
        return trimmed.IsEmpty ? title : trimmed;
    }

    [GeneratedRegex(@"^(\p{Lu}[\w’'\-]{1,20}\s){1,4}[Dd]ecision(\s(notice|record|form|sheet|report))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamedDecision { get; }

    [GeneratedRegex(@"^(?<name>[A-Za-z ]{4,40}?)\s((no|number|ref|reference)\b\.?:?\s)?(?<number>([A-Z]{1,8}[/\-.]){0,3}[0-9][\w/\-]{2,20})(?=$|\s?[:–,]|\s-)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameAndNumber { get; }
}
