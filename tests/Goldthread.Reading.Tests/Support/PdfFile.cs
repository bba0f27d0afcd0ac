using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Goldthread.Reading.Tests.Support;

/// <summary>Makes a PDF of a description: a line a line, <c>---</c> for a new page, and what is special as <c>[under a box: words]</c>.</summary>
internal static partial class PdfFile
{
    private const int Size = 10;
    private const double Letter = 6;

    /// <summary>The file's bytes.</summary>
    /// <param name="description">Its lines.</param>
    /// <param name="page">More entries of each page's dictionary, such as <c>/Rotate 90</c>.</param>
    /// <param name="trailer">More entries of the trailer, such as <c>/Encrypt</c>.</param>
    public static byte[] Make(string description, string page = "", string trailer = "")
    {
        var objects = new List<string> { "", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>" };
        var catalog = "";
        var about = "";
        var kids = new List<int>();
        foreach (var text in description.Replace("\r", "").Split("\n---\n"))
        {
            var content = new StringBuilder();
            var notes = new List<int>();
            var y = 800;
            foreach (var line in text.Split('\n'))
            {
                var x = 50.0;
                var at = 0;
                foreach (Match special in Special().Matches(line))
                {
                    x = Put(content, line[at..special.Index], x, y);
                    var (kind, words) = (special.Groups["kind"].Value, special.Groups["words"].Value);
                    switch (kind)
                    {
                        case "author":
                            about = $"/Author ({words})";
                            break;
                        case "attached":
                            objects.Add($"<< /Type /EmbeddedFile /Length {words.Length} >>\nstream\n{words}\nendstream");
                            objects.Add($"<< /Type /Filespec /F (a.txt) /EF << /F {objects.Count} 0 R >> >>");
                            catalog = $"/Names << /EmbeddedFiles << /Names [(a.txt) {objects.Count} 0 R] >> >>";
                            break;
                        case "note":
                            objects.Add($"<< /Type /Annot /Subtype /Text /Rect [500 10 510 20] /Contents ({words}) >>");
                            notes.Add(objects.Count);
                            break;
                        default:
                            x = Put(content, words, x, y, kind);
                            break;
                    }

                    at = special.Index + special.Length;
                }

                Put(content, line[at..], x, y);
                y -= 16;
            }

            objects.Add($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {objects.Count} 0 R /Resources << /Font << /F1 3 0 R >> >> /Annots [{References(notes)}] {page} >>");
            kids.Add(objects.Count);
        }

        objects[0] = $"<< /Type /Catalog /Pages 2 0 R {catalog} >>";
        objects[1] = $"<< /Type /Pages /Kids [{References(kids)}] /Count {kids.Count} >>";
        objects.Add($"<< {about} >>");
        return Whole(objects, trailer);
    }

    private static double Put(StringBuilder content, string words, double x, int y, string kind = "")
    {
        var width = words.Length * Letter;
        var (left, ink) = kind switch
        {
            "" or "under a box" or "under a white box" => (x, ""),
            "white" => (x, "1 g "),
            "not drawn" => (x, "3 Tr "),
            "off the page" => (x - 900, ""),
            _ => throw new ArgumentException($"A PDF has no '{kind}' here.", nameof(kind)),
        };
        var escaped = words.Replace("\\", "\\\\").Replace("(", "\\(").Replace(")", "\\)").Replace("£", "\\243");
        content.Append(CultureInfo.InvariantCulture, $"q {ink}BT /F1 {Size} Tf {left} {y} Td ({escaped}) Tj ET Q\n");
        if (kind is "under a box" or "under a white box")
        {
            content.Append(CultureInfo.InvariantCulture, $"q {(kind == "under a box" ? 0 : 1)} g {x - 0.5} {y - 2} {width + 1} {Size} re f Q\n");
        }

        return x + width;
    }

    private static byte[] Whole(List<string> objects, string trailer)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var number = 1; number <= objects.Count; number++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info {objects.Count} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string References(List<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));

    [GeneratedRegex(@"\[(?<kind>[a-z ]+): (?<words>[^\]]*)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Special();
}
