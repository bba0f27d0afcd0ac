using System.Text.RegularExpressions;
using Goldthread.Support;

namespace Goldthread.Tests.Support;

/// <summary>The words of the pages for survivors: every English sentence measured, every language held against English.</summary>
public sealed partial class SupportWordsTests(ITestOutputHelper output)
{
    private const double HighestGrade = 6;

    private static readonly SupportLanguages Languages = new();

    public static TheoryData<string> Drafts => [.. Languages.All.Where(words => words != Languages.English).Select(words => words.Code)];

    [Fact]
    public void English_EverySentence_IsOfGradeSixAtMost()
    {
        var measured = Languages.English.Own.Where(text => text.Key is not ("code" or "name" or "direction"))
            .SelectMany(text => Readability.Sentences(text.Value).Select(sentence => (Grade: Readability.Grade(sentence), text.Key, sentence))).OrderByDescending(row => row.Grade).ToList();

        foreach (var (grade, key, sentence) in measured.Take(10))
            output.WriteLine(FormattableString.Invariant($"{grade:0.0}  {key}: {sentence}"));
        output.WriteLine(FormattableString.Invariant($"{measured.Count} sentences, all together {Readability.Grade([.. measured.Select(row => row.sentence)]):0.0}"));
        Assert.True(measured.Count > 150, "the sentences are found");
        Assert.DoesNotContain(measured, row => row.Grade > HighestGrade);
    }

    [Theory]
    [InlineData("The cat sat on the mat.", 6, -1.4)]
    [InlineData("Accommodation possibilities necessitate consideration.", 4, 42.0)]
    public void Grade_OfASentence_IsAsTheFormulaHasIt(string sentence, int words, double grade)
    {
        Assert.Equal(words, sentence.Split(' ').Length);
        Assert.Equal(grade, Readability.Grade(sentence), 0.1);
    }

    [Theory]
    [InlineData("whatever", 3)]
    [InlineData("called", 1)]
    [InlineData("wanted", 2)]
    [InlineData("browser", 2)]
    [InlineData("hurts", 1)]
    [InlineData("numbers", 2)]
    [InlineData("officer", 3)]
    public void Syllables_OfAWord_AreCounted(string word, int syllables) => Assert.Equal(syllables, Readability.Syllables(word));

    [Theory, MemberData(nameof(Drafts))]
    public void Draft_OfALanguage_HasEveryTextAndSaysThatItIsOne(string code)
    {
        var words = Languages.Of(code);

        Assert.True(words.IsDraft, "a native speaker has still to check it");
        Assert.Empty(words.Own.Keys.Except(Languages.English.Own.Keys));
        Assert.Empty(Languages.English.Own.Keys.Except(words.Own.Keys));
        Assert.All(words.Own, text => Assert.Equal(Gaps(Languages.English.Own[text.Key]), Gaps(text.Value)));
    }

    [Fact]
    public void Languages_AllOfThem_AreOfferedByTheirOwnNames() =>
        Assert.Equal(["English", "Cymraeg", "العربية", "বাংলা", "Polski"], Languages.All.Select(words => words.Name));

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(gap => gap.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[a-z0-9:]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();
}
