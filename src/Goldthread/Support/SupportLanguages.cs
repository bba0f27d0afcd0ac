namespace Goldthread.Support;

/// <summary>The languages of the pages for survivors: one for each file of <c>texts/support</c>, read once.</summary>
public sealed class SupportLanguages
{
    private const string Folder = "texts/support";

    // As they are offered: the city's own first, then by what its speakers call it. Another file's language comes last.
    private static readonly string[] Order = ["en-GB", "cy", "ar", "bn", "pl"];

    /// <summary>Reads them from beside the program.</summary>
    public SupportLanguages()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, Folder);
        English = SupportWords.Parse(File.ReadAllText(Path.Combine(folder, "en.yaml")), null);
        All =
        [
            .. Directory.EnumerateFiles(folder, "*.yaml").Where(file => Path.GetFileName(file) != "en.yaml").Select(file => SupportWords.Parse(File.ReadAllText(file), English)).Prepend(English)
                .OrderBy(words => Array.IndexOf(Order, words.Code) is >= 0 and var place ? place : Order.Length).ThenBy(words => words.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>English, which has every text.</summary>
    public SupportWords English { get; }

    /// <summary>Every language, in the order in which they are offered.</summary>
    public IReadOnlyList<SupportWords> All { get; }

    /// <summary>The language of a code; English for any other.</summary>
    public SupportWords Of(string? code) => All.FirstOrDefault(words => words.Code == code) ?? English;
}
