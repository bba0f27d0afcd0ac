using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>Changes the parts of a Word document inside its archive and packs it again; now and then the archive itself.</summary>
internal static class WordMutation
{
    /// <summary>Some changes to one or two parts, or to the archive.</summary>
    public static byte[] Mutate(FuzzSeed one, FuzzSeed other, Random random)
    {
        if (random.Next(12) == 0)
        {
            return ByteMutation.Mutate(one.Bytes, other.Bytes, random);
        }

        var parts = one.Parts.ToList();
        for (var times = random.Next(1, 3); times > 0 && parts.Count > 0; times--)
        {
            ChangePart(parts, other, random);
        }

        var packed = Pack(parts);
        return random.Next(12) == 0 ? ByteMutation.Mutate(packed, one.Bytes, random) : packed;
    }

    /// <summary>The parts as an archive.</summary>
    public static byte[] Pack(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var content = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                content.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    private static void ChangePart(List<(string Name, byte[] Bytes)> parts, FuzzSeed other, Random random)
    {
        var document = parts.FindIndex(part => part.Name == "word/document.xml");
        var at = document >= 0 && random.Next(4) > 0 ? document : random.Next(parts.Count);
        var (name, bytes) = parts[at];
        switch (random.Next(40))
        {
            case 0:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Add(parts[at]);
                break;
            case 2:
                parts[at] = (name + Odd.Number(random), bytes);
                break;
            case 3:
                parts[at] = (name, ByteMutation.Mutate(bytes, bytes, random));
                break;
            case < 8:
                parts[at] = (name, TextMutation.Encode(HtmlMutation.Change(Encoding.UTF8.GetString(bytes), "<w:p><w:r><w:t>x</w:t></w:r></w:p>", random), random));
                break;
            default:
                var same = other.Parts.FirstOrDefault(part => part.Name == name).Bytes;
                parts[at] = (name, ChangeXml(bytes, same ?? bytes, random) ?? bytes);
                break;
        }
    }

    /// <summary>Changes a part so that it stays well-formed; null where it is none to begin with.</summary>
    private static byte[]? ChangeXml(byte[] bytes, byte[] other, Random random)
    {
        try
        {
            var tree = XDocument.Load(new MemoryStream(bytes), LoadOptions.PreserveWhitespace);
            var others = XDocument.Load(new MemoryStream(other)).Descendants().ToList();
            for (var times = random.Next(1, 8); times > 0; times--)
            {
                var all = tree.Root!.DescendantsAndSelf().ToList();
                Change(all, others, random);
            }

            var text = tree.ToString(SaveOptions.DisableFormatting);
            return Encoding.UTF8.GetBytes(random.Next(15) == 0 ? Nest(text, random) : text);
        }
        catch (Exception problem) when (problem is XmlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Change(List<XElement> all, List<XElement> others, Random random)
    {
        var one = all[random.Next(all.Count)];
        var two = all[random.Next(all.Count)];
        switch (random.Next(9))
        {
            case 0 when one.Parent is not null:
                one.Remove();
                break;
            case 1 when one.Parent is not null:
                one.AddAfterSelf(new XElement(one));
                break;
            case 2 when all.Count < 5_000:
                two.Add(new XElement(one));
                break;
            case 3 when one.Parent is not null:
                one.ReplaceWith(one.Nodes().ToList());
                break;
            case 4 when one.Attributes().ToList() is { Count: > 0 } attributes:
                attributes[random.Next(attributes.Count)].Value = Valid(random.Next(2) == 0 ? Odd.Number(random) : Odd.Word(random));
                break;
            case 5:
                one.Name = two.Name;
                break;
            case 6 when !one.HasElements:
                one.Value = Valid(Odd.Word(random)) + one.Value;
                break;
            case 7:
                one.Add(new XElement(others[random.Next(others.Count)]));
                break;
            case 8 when one.Parent is not null && one.Descendants().Count() < 50:
                one.AddAfterSelf(Enumerable.Range(0, Math.Min(Odd.Length(random), 2_000)).Select(_ => new XElement(one)));
                break;
        }
    }

    /// <summary>Wraps what a part holds in its own first elements, many deep; or puts a document type before it.</summary>
    private static string Nest(string text, Random random)
    {
        if (random.Next(3) == 0)
        {
            return $"<!DOCTYPE d [<!ENTITY canary SYSTEM \"file://{FuzzJudge.CanaryFile}\">]>{text.Replace("</w:t>", "&canary;</w:t>", StringComparison.Ordinal)}";
        }

        var (open, close) = ((string, string)[])
        [
            ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"),
            ("<w:p><w:hyperlink>", "</w:hyperlink></w:p>"), ("<w:customXml>", "</w:customXml>"), ("<x>", "</x>"),
        ] is var pairs ? pairs[random.Next(pairs.Length)] : default;
        var depth = Math.Min(Odd.Length(random), 20_000);
        var body = text.IndexOf("<w:body>", StringComparison.Ordinal) + "<w:body>".Length;
        var end = text.LastIndexOf("</w:body>", StringComparison.Ordinal);
        return body < "<w:body>".Length || end < body
            ? text
            : text[..body] + string.Concat(Enumerable.Repeat(open, depth)) + text[body..end] + string.Concat(Enumerable.Repeat(close, depth)) + text[end..];
    }

    private static string Valid(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value >= 32 && rune.Value is not (0xFFFE or 0xFFFF)));
}
