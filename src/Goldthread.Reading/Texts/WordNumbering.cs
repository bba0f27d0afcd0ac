using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Goldthread.Reading.Texts;

/// <summary>Computes the numbers that Word shows but does not store.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, Level[]> levels = [];
    private readonly Dictionary<int, int> abstractOf = [];
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int Number, int Level)> restarted = [];

    public WordNumbering(Numbering? numbering)
    {
        var abstracts = (numbering?.Elements<AbstractNum>() ?? []).Where(item => item.AbstractNumberId?.Value is not null)
            .GroupBy(item => item.AbstractNumberId!.Value).ToDictionary(group => group.Key, group => group.First());
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance.NumberID?.Value is { } id && instance.AbstractNumId?.Val?.Value is { } of && abstracts.TryGetValue(of, out var definition))
            {
                abstractOf[id] = of;
                levels[id] = [.. Enumerable.Range(0, Levels).Select(level => Define(definition, instance, level))];
            }
        }
    }

    /// <summary>The bullet or number of a paragraph, which counts on; null where it has none.</summary>
    public (string Text, int Level)? Next(Paragraph paragraph, WordStyle style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var id = own?.NumberingId?.Val?.Value ?? style.Numbering?.NumberingId?.Val?.Value;
        var level = own?.NumberingLevelReference?.Val?.Value ?? style.Numbering?.NumberingLevelReference?.Val?.Value ?? Math.Max(0, style.Outline);
        if (id is null or 0 || !levels.TryGetValue(id.Value, out var definitions))
        {
            return null;
        }

        level = Math.Clamp(level, 0, Levels - 1);
        var format = definitions[level].Format;
        if (format == "none")
        {
            return null;
        }

        Count(id.Value, level, definitions);
        return format == "bullet" ? ("• ", level) : (Show(definitions, level, counters[abstractOf[id.Value]]) + " ", level);
    }

    private void Count(int id, int level, Level[] definitions)
    {
        var list = abstractOf[id];
        if (!counters.TryGetValue(list, out var counts))
        {
            counters[list] = counts = new int?[Levels];
        }

        var restarts = definitions[level].Restarts && restarted.Add((id, level));
        counts[level] = counts[level] is { } now && !restarts ? now + 1 : definitions[level].Start;
        for (var above = 0; above < level; above++)
        {
            counts[above] ??= definitions[above].Start;
        }

        for (var below = level + 1; below < Levels; below++)
        {
            counts[below] = null;
        }
    }

    private static string Show(Level[] definitions, int level, int?[] counts)
    {
        var text = new StringBuilder();
        var pattern = definitions[level].Pattern;
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '%' && at + 1 < pattern.Length && pattern[at + 1] is >= '1' and <= '9')
            {
                var part = pattern[++at] - '1';
                text.Append(Number(definitions[level].Legal ? "decimal" : definitions[part].Format, counts[part] ?? definitions[part].Start));
            }
            else
            {
                text.Append(pattern[at]);
            }
        }

        return text.ToString();
    }

    private static string Number(string format, int value) => format switch
    {
        "lowerLetter" => ListNumber.Format("a", value),
        "upperLetter" => ListNumber.Format("A", value),
        "lowerRoman" => ListNumber.Format("i", value),
        "upperRoman" => ListNumber.Format("I", value),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "bullet" or "none" => "",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static Level Define(AbstractNum definition, NumberingInstance instance, int index)
    {
        var over = instance.Elements<LevelOverride>().FirstOrDefault(item => item.LevelIndex?.Value == index);
        var level = over?.Level ?? definition.Elements<DocumentFormat.OpenXml.Wordprocessing.Level>().FirstOrDefault(item => item.LevelIndex?.Value == index);
        var start = over?.StartOverrideNumberingValue?.Val?.Value ?? level?.StartNumberingValue?.Val?.Value ?? 1;
        return new Level(
            level?.NumberingFormat?.Val?.InnerText ?? (level is null ? "none" : "decimal"),
            level?.LevelText?.Val?.Value ?? "",
            start,
            over?.StartOverrideNumberingValue is not null,
            WordRuns.IsOn(level?.IsLegalNumberingStyle) ?? false);
    }

    private sealed record Level(string Format, string Pattern, int Start, bool Restarts, bool Legal);
}
