namespace Goldthread.Reading.Tests.Fuzzing;

/// <summary>Words, numbers and lengths at the edge of what a document holds.</summary>
internal static class Odd
{
    /// <summary>What a file outside the archive or the page holds; it must never come into a text.</summary>
    public const string Canary = "canary-4f1d-that-no-reader-may-fetch";

    private static readonly string[] Words =
    [
        "£600,000", "£0", "£-1", "£99999999999999999999999999999", "£1.999.999,5m", "£1 million and £2 thousand", "31 February 2022", "0/0/0000",
        "7 March 99999", "2022/23", "1999/00", "1.1.1.1.1.1", "(a)", "(iv)", "999999999999999999", "PCD 999999999999", "PCD", "|", "||", " | ", "\t", "   ",
        "\u202E", "\uFFFE", "\uFEFF", "\u200B", "\u00AD", "\u0085", "\u2028", "😀", "e\u0301", "ß", "İ", "ﬁ", "\u0000", "\u0001", "\u007F", "\u009F", "\r", "\f",
        "%s", "{0}", "../../etc/passwd", "Page 1 of 2", "Apologies:", "Present:", "Decision:", "Signature", "Date:", "Actions", "Recommendations", "Part 2",
        "Home > Decisions > ", "<b>", "</i>", "<script>alert(1)</script>", "**", "__", "* * *", "----", "====", "+--+", "&amp;", "&#0;", "&#xD800;", "&#x110000;",
        "&canary;", "Section 143 of the Anti-social Behaviour, Crime and Policing Act 2014", "not applicable", "N/A", "Yes ☒ No ☐", "☐", "✓", "\uE000", "\uF0B7",
        "٣", "٧ March ٢٠٢٢", "٧/٣/٢٠٢٢", "£６００,０００", "１. ", "٢.١ ", "٢٠٢١/٢٢", "³", "Ⅳ. ", "PCD ٥٤٢", "12:٣٠", "٥٠%", "s.٢", "1.٢.٣ ",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1", "9", "10", "2147483647", "2147483648", "-2147483649", "99999999999999999999", "", "x", "1e9", "0x10", "3.5"];

    public static string Word(Random random) => Words[random.Next(Words.Length)];

    public static string Number(Random random) => Numbers[random.Next(Numbers.Length)];

    /// <summary>Mostly short; one in five thousand up to a million.</summary>
    public static int Length(Random random) => random.Next(5_000) switch
    {
        0 => random.Next(100_000, 1_000_000),
        < 25 => random.Next(5_000, 50_000),
        < 500 => random.Next(100, 3_000),
        _ => random.Next(1, 100),
    };
}
