using System.Globalization;
using System.Text.RegularExpressions;

namespace Goldthread.Reading.Bench;

/// <summary>As many documents as are asked for, made of the family and the sample: each copy has its own numbers and a paragraph of its own.</summary>
internal static partial class Corpus
{
    /// <summary>Writes documents of an ending into a folder and gives their paths.</summary>
    public static IReadOnlyList<string> Write(string folder, string ending, int count)
    {
        var originals = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "documents"), "*" + ending)
            .Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        var paths = new List<string>(count);
        for (var number = 0; number < count; number++)
        {
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:00000}{ending}"));
            File.WriteAllText(path, Vary(originals[number % originals.Count], ending, number));
            paths.Add(path);
        }

        return paths;
    }

    private static string Vary(string text, string ending, int number)
    {
        var other = Figure.Replace(text, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + number).ToString("000", CultureInfo.InvariantCulture)[^3..]);
        var note = string.Create(CultureInfo.InvariantCulture, $"Copy {number} was made on 7 March 2022 at a cost of £{number}.");
        var end = other.LastIndexOf("</body>", StringComparison.OrdinalIgnoreCase);
        return ending == ".txt" ? $"{other}\n\n{note}\n" : end < 0 ? $"{other}<p>{note}</p>" : $"{other[..end]}<p>{note}</p>{other[end..]}";
    }

    /// <summary>The last group of a sum of money: what tells one copy from the next.</summary>
    [GeneratedRegex(@"(?<=£[0-9]{1,3},)[0-9]{3}\b", RegexOptions.None, 1000)]
    private static partial Regex Figure { get; }
}
