using System.Text;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>What a PDF says about itself, by poppler's <c>pdfinfo</c>.</summary>
/// <param name="Pages">How many pages it says it has.</param>
/// <param name="About">Its author, title and so on.</param>
/// <param name="HasMore">Whether it has properties of its own.</param>
/// <param name="HasScripts">Whether it holds scripts.</param>
internal sealed partial record PdfAbout(int Pages, IReadOnlyList<Metadata> About, bool HasMore, bool HasScripts)
{
    private const int Most = 200_000;

    /// <summary>Asks for it; a file that cannot be opened says nothing.</summary>
    public static async Task<PdfAbout> Read(string file, CancellationToken cancellation)
    {
        var (text, _, _) = await Poppler.Run("pdfinfo", ["-enc", "UTF-8", file], ReadStart, cancellation);

        // What the file's maker wrote comes before what pdfinfo counts, so the last line of a name is the true one.
        string Last(string name) => Line().Matches(text).LastOrDefault(line => line.Groups["name"].Value == name)?.Groups["value"].Value.Trim() ?? "";
        var streamed = Last("Metadata Stream") == "yes" ? (await Poppler.Run("pdfinfo", ["-meta", "-enc", "UTF-8", file], ReadStart, cancellation)).Output : "";
        return new PdfAbout(
            int.TryParse(Last("Pages"), out var pages) ? pages : 0,
            [
                new("author", Last("Author")),
                new("author", Creator().Match(streamed).Groups["value"].Value),
                new("title", Last("Title"), IsOfText: true),
                new("subject", Last("Subject"), IsOfText: true),
                new("keywords", Last("Keywords"), IsOfText: true),
            ],
            Last("Custom Metadata") == "yes",
            Last("JavaScript") == "yes");
    }

    /// <summary>The finding that names what it says beyond the text; never the values.</summary>
    public Finding? Metadata(string text)
    {
        var names = Hidden.Metadata.Names(About, text);
        var what = string.Join(", ", new[] { names, HasMore ? "properties of its own" : null }.OfType<string>());
        return what.Length == 0 ? null : HiddenFindings.Metadata(what);
    }

    private static async Task<string> ReadStart(Stream output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
        var text = new char[Most];
        return new string(text, 0, await reader.ReadBlockAsync(text, cancellation));
    }

    [GeneratedRegex(@"^(?<name>[A-Z][A-Za-z ]*):(?<value>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"<dc:creator>\s*<rdf:(Seq|Bag)>\s*<rdf:li[^>]*>(?<value>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Creator();
}
