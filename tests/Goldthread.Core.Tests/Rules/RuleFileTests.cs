using Goldthread.Core.Records;
using Goldthread.Core.Rules;

namespace Goldthread.Core.Tests.Rules;

public class RuleFileTests
{
    [Theory]
    [InlineData("thresholds.csv", "thresholds")]
    [InlineData("schemes/mopac.yaml", "schemes-mopac")]
    [InlineData("pre-election/polling-days.csv", "pre-election-polling-days")]
    public void SlugOf_Path_IsOnePartOfAnAddress(string path, string slug) => Assert.Equal(slug, RecordKinds.Rule.SlugOf(path));

    [Fact]
    public void SlugOf_EveryFile_IsItsOwn()
    {
        var slugs = RepositoryFiles.Rules().Keys.Select(RuleFile.SlugOf).ToList();
        Assert.Equal(slugs.Count, slugs.Distinct().Count());
    }

    [Fact]
    public void Of_AnyLineEnds_GivesTheTextThatTheReaderReads()
    {
        foreach (var (path, text) in RepositoryFiles.Rules())
        {
            Assert.Equal(text.TrimEnd() + "\n", RuleFile.Of(path, "\uFEFF" + text.ReplaceLineEndings("\r\n") + "\r\n\r\n", "").Text);
        }
    }

    [Fact]
    public void IsForOfficers_EveryFileOfTheRuleBook_IsReadAndNamed() =>
        Assert.All(RepositoryFiles.Rules().Keys.Where(RuleFiles.IsForOfficers), path =>
        {
            Assert.NotEqual(path, RuleFiles.TitleOf(path));
            Assert.NotEmpty(RuleTable.Of(path, RepositoryFiles.Rules()[path])!.Rows);
        });

    [Theory]
    [InlineData("strands.csv")]
    [InlineData("diagnostics.csv")]
    [InlineData("layouts/kinds.yaml")]
    [InlineData("../schemes/mopac.yaml")]
    [InlineData("schemes/mopac.txt")]
    public void IsForOfficers_WhatComesWithTheProgram_IsNot(string path) => Assert.False(RuleFiles.IsForOfficers(path));

    [Fact]
    public void RuleTable_Scheme_HasARowForEachProvision()
    {
        var table = RuleTable.Of("schemes/mopac.yaml", RepositoryFiles.Rules()["schemes/mopac.yaml"])!;
        Assert.Equal(RepositoryFiles.RuleBook.Schemes.Single(scheme => scheme.Body == "mopac").Versions.Sum(version => version.Provisions.Count), table.Rows.Count);
        Assert.Contains(table.Rows, row => row.Contains("4.13") && row.Contains("£500,000"));
    }

    [Fact]
    public void RuleTable_TextWithAnError_IsNone() => Assert.Null(RuleTable.Of("vat.csv", "a,\"b\n"));

    [Fact]
    public void Parse_ListsInListsWithoutEnd_IsAnErrorAndEndsNothing()
    {
        foreach (var text in new[] { new string('[', 200_000), string.Concat(Enumerable.Repeat("- ", 100_000)) + "x", "body: " + string.Concat(Enumerable.Repeat("{a: ", 50_000)) })
        {
            var files = RepositoryFiles.Rules();
            files["schemes/deep.yaml"] = text;
            Assert.Contains(RuleBook.Parse(files).Errors, error => error.File == "schemes/deep.yaml");
        }
    }
}
