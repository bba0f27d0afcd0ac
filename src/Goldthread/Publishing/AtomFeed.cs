using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Goldthread.Core.Records;
using Goldthread.Site;

namespace Goldthread.Publishing;

/// <summary>A list as an Atom feed (RFC 4287): what was changed last, the latest first.</summary>
/// <remarks>
/// An entry's id is the record's own id, a feed's is made from its body and address, so that neither changes when
/// the site moves. <c>updated</c> is the time of the change. What was withdrawn is in no feed.
/// </remarks>
internal static class AtomFeed
{
    /// <summary>The entries of one feed.</summary>
    public const int Most = 50;

    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes the feed.</summary>
    /// <param name="list">The list that it follows.</param>
    /// <param name="heads">Its records, the one changed last first.</param>
    /// <param name="body">Whose register it is.</param>
    /// <param name="addresses">Where pages are.</param>
    /// <param name="origin">What stands before an address, such as <c>https://register.example.org</c>.</param>
    public static byte[] Write(PublishedList list, IReadOnlyList<RecordHead> heads, BodySettings body, RecordAddress addresses, string origin)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, "en-GB");
            Element(xml, "id", FeedId(body.Id, list.Address("atom")));
            Element(xml, "title", $"{list.Title} – {body.Name}");
            Element(xml, "updated", CsvLines.Instant(heads.Count > 0 ? heads.Max(head => head.ChangedAt) : DateTime.UnixEpoch));
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", body.Name);
            xml.WriteEndElement();
            Link(xml, "self", MediaType, origin + list.Address("atom"));
            Link(xml, "alternate", "text/html", origin + list.PageAddress);
            foreach (var head in heads)
                Entry(xml, head, addresses, origin);
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void Entry(XmlWriter xml, RecordHead head, RecordAddress addresses, string origin)
    {
        var address = origin + addresses.Of(head);
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", $"urn:uuid:{head.Id:D}");
        Element(xml, "title", head.Title);
        Element(xml, "updated", CsvLines.Instant(head.ChangedAt));
        Link(xml, "alternate", "text/html", address);
        Link(xml, "alternate", "application/json", address + ".json");
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", head.Kind);
        xml.WriteEndElement();
        Element(xml, "summary", Wording.Row(head) + (head.Amount is { } amount ? $" · {Wording.Money(amount)}" : ""));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Clean(text));

    // What XML cannot hold stands in no text that means anything.
    private static string Clean(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune.ToString());
        return clean.ToString();
    }

    // A UUID made from a name (RFC 9562, version 8).
    private static string FeedId(string body, string address)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"goldthread feed\n{body}\n{address}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true):D}";
    }
}
