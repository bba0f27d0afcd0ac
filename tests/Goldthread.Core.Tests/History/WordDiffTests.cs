using FsCheck;
using FsCheck.Fluent;
using Goldthread.Core.History;

namespace Goldthread.Core.Tests.History;

public sealed class WordDiffTests
{
    private static readonly Arbitrary<(int[] Before, int[] After)> Rows =
        (from alphabet in Gen.Choose(1, 6)
         from before in Gen.Choose(1, alphabet).ArrayOf()
         from after in Gen.Choose(1, alphabet).ArrayOf()
         select (before, after)).ToArbitrary();

    /// <summary>What stays the same is as long as the longest common subsequence, computed the slow and plain way.</summary>
    [Fact]
    public void Between_AnyRows_KeepsTheLongestCommonSubsequence() =>
        Prop.ForAll(Rows, rows =>
            ShortestEdit.Between(rows.Before, rows.After).Where(stretch => stretch.Edit == Edit.Same).Sum(stretch => stretch.Length) == Longest(rows.Before, rows.After)).Check(TestSeed.Config.WithMaxTest(500));

    [Fact]
    public void Between_AnyRows_HoldsEveryThingOfBothOnceAndInOrder() =>
        Prop.ForAll(Rows, rows => Holds(rows.Before, rows.After, ShortestEdit.Between(rows.Before, rows.After))).Check(TestSeed.Config.WithMaxTest(500));

    [Fact]
    public void Between_MoreDifferencesThanAreLookedFor_ReplacesTheMiddleWhole() =>
        Prop.ForAll(Rows, rows => Holds(rows.Before, rows.After, ShortestEdit.Between(rows.Before, rows.After, most: 3))).Check(TestSeed.Config.WithMaxTest(500));

    [Fact]
    public void Between_LongTextsWithNothingInCommon_IsBounded()
    {
        var before = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => $"a{i}"));
        var after = string.Join(' ', Enumerable.Range(0, 40_000).Select(i => $"b{i}"));

        var pieces = WordDiff.Between($"The same {before} end", $"The same {after} end");

        Assert.Equal([Edit.Same, Edit.Deleted, Edit.Inserted, Edit.Same], pieces.Select(piece => piece.Edit));
    }

    [Theory]
    [InlineData("Approve £600k for the campaigns", "Approve £650k for the campaigns", "Approve [-£600k-] {+£650k+} for the campaigns")]
    [InlineData("One two three", "One three", "One [-two-] three")]
    [InlineData("", "New words", "{+New words+}")]
    [InlineData("Old words", "", "[-Old words-]")]
    [InlineData("Same words", "Same  words", "Same  words")]
    [InlineData("It was agreed to and paid for by them", "It is meant to be given by them", "It [-was agreed to and paid for-] {+is meant to be given+} by them")]
    public void Between_TwoTexts_MarksWordsThatWentAndCame(string before, string after, string marked) =>
        Assert.Equal(marked, string.Join(' ', WordDiff.Between(before, after).Select(piece => piece.Edit switch
        {
            Edit.Deleted => $"[-{piece.Text}-]",
            Edit.Inserted => $"{{+{piece.Text}+}}",
            Edit.Same => piece.Text,
        })));

    [Fact]
    public void Between_AnyTexts_GivesBackBoth() =>
        Prop.ForAll(Rows, rows =>
        {
            var (before, after) = (string.Join(' ', rows.Before), string.Join('\n', rows.After));
            var pieces = WordDiff.Between(before, after);
            return Words(pieces.Where(piece => piece.Edit != Edit.Inserted)) == Folded(before) && Words(pieces.Where(piece => piece.Edit != Edit.Deleted)) == Folded(after);
        }).Check(TestSeed.Config);

    private static bool Holds(int[] before, int[] after, IReadOnlyList<Stretch> stretches)
    {
        var (x, y) = (0, 0);
        foreach (var stretch in stretches)
        {
            if (stretch.Length < 1 || stretch.Before != x || stretch.After != y)
                return false;
            for (var i = 0; stretch.Edit == Edit.Same && i < stretch.Length; i++)
                if (before[x + i] != after[y + i])
                    return false;
            x += stretch.Edit == Edit.Inserted ? 0 : stretch.Length;
            y += stretch.Edit == Edit.Deleted ? 0 : stretch.Length;
        }

        return x == before.Length && y == after.Length;
    }

    private static int Longest(int[] a, int[] b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
                lengths[i, j] = a[i - 1] == b[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
        return lengths[a.Length, b.Length];
    }

    private static string Words(IEnumerable<Piece> pieces) => Folded(string.Join(' ', pieces.Select(piece => piece.Text)));

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
