using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Goldthread.Reading.Texts;

/// <summary>Goes once through the parts of a Word document before they are made into trees, which cost many times their size.</summary>
internal static class WordBounds
{
    /// <summary>Bytes of all parts together that hold XML.</summary>
    public const int MostBytes = 40_000_000;

    /// <summary>Deeper than any table in a table in a table; far less than a stack holds.</summary>
    private const int Deepest = 300;

    /// <summary>Elements of all parts together: about 3,000 pages.</summary>
    private const int MostElements = 1_000_000;

    /// <summary>A part of so few bytes can neither be deep nor hold much.</summary>
    private const int Harmless = 8192;

    /// <summary>The reason why the document is not read; null where its parts are within bounds.</summary>
    public static ReadOutcome.Failed? Refuse(WordprocessingDocument document, CancellationToken cancellation)
    {
        var (elements, bytes) = (0, 0L);
        foreach (var part in document.GetAllParts().Where(part => part.ContentType.EndsWith("xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var content = part.GetStream(FileMode.Open, FileAccess.Read);
            if (content.CanSeek && content.Length <= Harmless)
            {
                continue;
            }

            using var gauge = new Gauge(content, MostBytes - bytes);
            try
            {
                using var xml = XmlReader.Create(gauge, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
                while (xml.Read())
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (xml.Depth > Deepest)
                    {
                        return new ReadOutcome.Failed("too-deep", "The document holds parts inside parts without end; open it in Word and save its text in a new document.");
                    }

                    if (xml.NodeType == XmlNodeType.Element && ++elements > MostElements)
                    {
                        return TooLarge();
                    }
                }
            }
            catch (EndOfStreamException) when (gauge.IsOver)
            {
                return TooLarge();
            }

            bytes += gauge.Count;
        }

        return null;
    }

    /// <summary>The refusal of a document that is more than can be read.</summary>
    public static ReadOutcome.Failed TooLarge() =>
        new("too-large", "The document unpacks to more than can be read; split it or save its text alone.");

    /// <summary>Lets bytes through as long as they are within bounds: an element of a million attributes is never handed on whole.</summary>
    private sealed class Gauge(Stream inner, long most) : Stream
    {
        private const int MostAttributes = 5_000;
        private int attributes;

        public long Count { get; private set; }

        public bool IsOver { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            // In small pieces, so that an element that is wider than a piece is noticed.
            var read = inner.Read(buffer[..Math.Min(buffer.Length, MostAttributes)]);
            var some = buffer[..read];
            var last = some.LastIndexOf((byte)'<');
            attributes = (last < 0 ? attributes : 0) + some[Math.Max(0, last)..].Count((byte)'=');
            Count += read;
            IsOver = Count > most || attributes > MostAttributes;
            return IsOver ? throw new EndOfStreamException() : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
