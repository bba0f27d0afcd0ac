using System.Text;
using System.Text.RegularExpressions;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Finds the notes that readers of a PDF stuck on it, and the files that are attached to it.</summary>
internal static partial class PdfInside
{
    /// <summary>Comments: notes, highlights and the like that can hold words. They are not read.</summary>
    public static Finding? Comments(ReadOnlySpan<byte> content)
    {
        var notes = PdfObjects.Count(content, "/Subtype", ["/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Ink", "/Stamp", "/Popup"]);
        return notes == 0 ? null : HiddenFindings.Comments(Counted.Of(notes, "note on its pages", "notes on its pages"));
    }

    /// <summary>Files attached to it, and scripts.</summary>
    public static async Task<Finding?> Embedded(string file, PdfAbout about, CancellationToken cancellation)
    {
        var (list, _, _) = await Poppler.Run("pdfdetach", ["-list", file], ReadStart, cancellation);
        var files = int.TryParse(Number().Match(list).Value, out var count) ? count : 0;
        var what = Counted.List((files, "file", "files"), (about.HasScripts ? 1 : 0, "set of scripts", "sets of scripts"));
        return what is null ? null : HiddenFindings.Embedded(what);
    }

    private static async Task<string> ReadStart(Stream output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadLineAsync(cancellation) ?? "";
    }

    [GeneratedRegex(@"^\d{1,6}", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
