using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Texts;

/// <summary>What the first step gives: a text, or the reason why there is none.</summary>
internal readonly record struct Extraction(ExtractedText? Text, ReadOutcome.Failed? Failure)
{
    public static implicit operator Extraction(ExtractedText text) => new(text, null);

    public static implicit operator Extraction(ReadOutcome.Failed failure) => new(null, failure);
}

/// <summary>The first step: from the bytes of a file to its text, by the file's name and its first bytes.</summary>
internal sealed class Formats(Layouts layouts)
{
    /// <summary>The largest file that is read: 64 MB.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <summary>The most lines that are read, blank ones not counted.</summary>
    public const int MostLines = 100_000;

    /// <summary>The most characters of text that are read: about 2,500 pages.</summary>
    public const int MostCharacters = 8_000_000;

    /// <summary>The largest web page that is read, in bytes; what it shows must be within the bounds of text as well.</summary>
    private const int LargestPage = 16 * 1024 * 1024;

    private const int WideSample = 4096;
    private const int ShortestWide = 4;

    private readonly FurnitureRules furniture = new(layouts);

    public Extraction Extract(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.IsEmpty)
        {
            return new ReadOutcome.Failed("empty", "The file is empty; check that it was copied whole.");
        }

        if (content.Length > LargestFile)
        {
            return new ReadOutcome.Failed("too-large", $"The file is larger than {LargestFile / 1024 / 1024} MB; split it or save its text alone.");
        }

        var extraction = ByName(fileName, content, cancellation);
        return extraction.Text switch
        {
            { Source.Value.Length: > MostCharacters } => TooLong(),
            { Lines.Count: > MostLines } => new ReadOutcome.Failed("too-large", $"The document has more than {MostLines:N0} lines; split it."),
            { Lines.Count: 0 } => new ReadOutcome.Failed("empty", "The document holds no text; check that it was saved whole."),
            _ => extraction,
        };
    }

    private static ReadOutcome.Failed NotText { get; } =
        new("not-text", "The file is not text though its name says so; give it its true extension or save it as text in UTF-8.");

    private static ReadOutcome.Failed TooLong() =>
        new("too-large", $"The document has more than {MostCharacters / 1_000_000} million characters; split it.");

    private Extraction ByName(string fileName, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        return Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".txt" or ".text" or ".md" => Plain(content),
            ".html" or ".htm" or ".xhtml" => Page(content, cancellation),
            ".docx" or ".docm" or ".dotx" => WordText.Extract(content, cancellation),
            ".pdf" => PdfText.Extract(content, new ColumnHeads(words => layouts.Any("heading.", Key.Of(words)), words => layouts["minutes.columns.text"].Match(words) || layouts["minutes.columns.item"].Match(words), words => layouts["heading.actions"].Match(words) || layouts["minutes.columns.action"].Match(words)), cancellation),
            _ => new ReadOutcome.Failed("unknown-format", "Only .txt, .html, .docx and .pdf are read; save the document as one of these."),
        };
    }

    private Extraction Page(ReadOnlyMemory<byte> content, CancellationToken cancellation) => IsWide(content.Span) ? NotText : content.Length > LargestPage
        ? new ReadOutcome.Failed("too-large", $"The page is larger than {LargestPage / 1024 / 1024} MB; save it without its pictures or save its text alone.")
        : HtmlText.Extract(Decoding.Decode(content.Span), furniture, cancellation);

    private static Extraction Plain(ReadOnlyMemory<byte> content)
    {
        if (IsBinary(content.Span))
        {
            return NotText;
        }

        // No encoding has more than four bytes for a character.
        if (content.Length > 4 * MostCharacters)
        {
            return TooLong();
        }

        var text = Decoding.Decode(content.Span);
        return string.IsNullOrWhiteSpace(text)
            ? new ReadOutcome.Failed("empty", "The file holds nothing but white space; check that it was copied whole.")
            : text.Length > MostCharacters ? TooLong() : PlainText.Extract(text);
    }

    /// <summary>Whether every other byte of the beginning is zero, as in UTF-16 and UTF-32, and no byte order mark says so.</summary>
    private static bool IsWide(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, WideSample)];
        var isMarked = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..];
        return !isMarked && head.Length >= ShortestWide && head.Count((byte)0) * 5 >= head.Length * 2;
    }

    /// <summary>Whether the bytes are those of an archive, a PDF or a picture, or of a text in two or four bytes for a letter that no mark names.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> content) =>
        IsWide(content) || content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("%PDF-"u8)
        || content is [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x1F, 0x8B, ..];
}
