namespace Goldthread.BrowserTests.Decisions;

/// <summary>What an officer changes in the words of one of the three decisions until the checks find nothing in it; all of it is illustrative.</summary>
/// <param name="Reference">The reference of the published decision.</param>
/// <param name="Fields">The fields that she changes: each text from the texts that stand there.</param>
/// <param name="Money">The lines of money: year, sum, source, VAT.</param>
internal sealed record Mending(string Reference, IReadOnlyList<(string Field, Func<Func<string, string>, string> Mend)> Fields, IReadOnlyList<(string Year, string Sum, string Source, string Vat)> Money)
{
    /// <summary>Where the minutes and the notes are, which become papers of each.</summary>
    public const string Papers = "/boards/london-vawg-board/2022-03-07\n/workshops/london-modern-slavery-partnership-board/2018-07-11";

    /// <summary>Training of practitioners: a paragraph misnumbered, two ticks unread, nothing on personal data.</summary>
    public static Mending Training { get; } = new(
        "PCD 224",
        [
            ("equality", text => Replace(text("equality"), ("5.1.1 ", "5.1 "), ("5.1.2 ", "5.2 "))),
            ("data-protection", _ => "Providers keep the names of those who attend. None of them comes to this office."),
            ("declarations", text => Replace(text("declarations"), ("Legal Advice\n", "Legal Advice: yes\n"), ("Financial Advice\n", "Financial Advice: yes\n"))),
        ],
        [("2026/27", "£100,000", "Victims Fund", "none"), ("2027/28", "£100,000", "Victims Fund", "none")]);

    /// <summary>A strategy: recommendations that skip, years that disagree, an appendix and a framework that are not there, figures without a base.</summary>
    public static Mending Strategy { get; } = new(
        "PCD 345",
        [
            ("recommendations", text => Replace(text("recommendations"), ("iii. ", "ii. "), ("v. ", "iii. "), ("2017-2021. (Appendix 5)", "2018-21 (Appendix A)"))),
            ("background", text => Replace(text("background"), ("the below performance", "the strategy's performance"), ("69% of", "most"), ("59% also", "many also"), ("Afruca Ashiana", "Afruca, Ashiana"))),
            ("data-protection", _ => "The consultation kept no names, and what is published has none."),
        ],
        []);

    /// <summary>Campaigns: legal comments under the wrong heading, days that are over, an earlier law's threshold, one sum treated in two ways.</summary>
    public static Mending Campaigns { get; } = new(
        "PCD 542",
        [
            ("recommendations", text => Replace(text("recommendations"), (": £200,000", ":\n- £200,000"), (" £125,000", "\n- £125,000"), (" £275,000", "\n- £275,000"))),
            ("background", text => Later(text("background"))),
            ("issues", text => Later(Replace(text("issues"), ("accrue the money for", "carry the money forward to")))),
            ("legal", text => "## 4. Legal comments\n\n" + Replace(LegalIn(text("financial")), ("Public Contracts Regulations 2015 (“the Regulations”)", "Procurement Act 2023"), ("with the Regulations", "with the Act"), ("these Regulations", "the Act"), ("£181,302", "£207,720"))
                + "\n\n4.4 It was checked that the agencies alone are controllers of what they gather."),
            ("financial", text => Later(text("financial").Split("4.1 ", 2)[0].Trim())),
        ],
        [("2027/28", "£600,000", "Campaign fund of the strategy", "excluded")]);

    private static string LegalIn(string financial) => "4.1 " + financial.Split("4.1 ", 2)[1];

    private static string Later(string text) => text.Replace("2019/20", "2027/28", StringComparison.Ordinal).Replace("2018/19", "2026/27", StringComparison.Ordinal).Replace("19/20", "27/28", StringComparison.Ordinal)
        .Replace("May 19", "May 2027", StringComparison.Ordinal).Replace("2019", "2027", StringComparison.Ordinal).Replace("Early 2020", "early 2028", StringComparison.Ordinal);

    // What is to be mended must stand there: else the document was read in another way than is shown here.
    private static string Replace(string text, params (string Before, string After)[] all)
    {
        foreach (var (before, after) in all)
        {
            Assert.Contains(before, text, StringComparison.Ordinal);
            text = text.Replace(before, after, StringComparison.Ordinal);
        }

        return text;
    }
}
