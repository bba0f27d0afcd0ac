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
        var notes = PdfObjects.Count(content, "/Subtype", ["/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Ink", "/Stamp"]);
        return notes == 0 ? null : HiddenFindings.Comments(Counted.Of(notes, "note or mark on its pages", "notes and marks on its pages"));
    }

    /// <summary>Files attached to it, and scripts.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="mayHold">Whether its bytes are such that it can hold any, so that it is worth asking.</param>
    /// <param name="about">What it says about itself.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Finding?> Embedded(string file, bool mayHold, PdfAbout about, CancellationToken cancellation)
    {
        var list = mayHold ? (await Poppler.Run("pdfdetach", ["-list", file], ReadStart, cancellation)).Output : "";
        var files = int.TryParse(Number().Match(list).Value, out var count) ? count : 0;
        var what = Counted.List((files, "file", "files"), (about.HasScripts ? 1 : 0, "set of scripts", "sets of scripts"));
        return what is null ? null : HiddenFindings.Embedded(what);
    }

    /// <summary>Whether a file's bytes name an embedded file, or pack their objects so that one may be named in there.</summary>
    public static bool MayHoldFiles(ReadOnlySpan<byte> content) =>
        content.IndexOf("/EF"u8) >= 0 || content.IndexOf("EmbeddedFile"u8) >= 0 || content.IndexOf("/ObjStm"u8) >= 0 || content.IndexOf("/Encrypt"u8) >= 0;

    private static async Task<string> ReadStart(Stream output, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadLineAsync(cancellation) ?? "";
    }

    [GeneratedRegex(@"^[0-9]{1,6}", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
