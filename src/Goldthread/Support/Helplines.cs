using System.Text.RegularExpressions;
using Goldthread.Core.Rules;
using Goldthread.Rules;

namespace Goldthread.Support;

/// <summary>The national helplines, out of the files of rules beside the program: they are there when the register is not.</summary>
public sealed partial class Helplines
{
    private const string EveryPage = "first";

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<Helpline> All { get; } = RulesFolder.Read(RulesFolder.Default).Book?.Helplines ?? [];

    /// <summary>Those at the top of a page that answer on a day: the page's own, then those of every page.</summary>
    public IReadOnlyList<Helpline> On(string page, DateOnly day) =>
        [.. All.Where(line => line.Effect.Covers(day) && (line.Pages.Contains(EveryPage) || line.Pages.Contains(page))).OrderBy(line => line.Pages.Contains(page) ? 0 : 1)];

    /// <summary>A text with the numbers of the lines that it names, as <c>{line:child}</c>.</summary>
    public string Fill(string text) => Gap().Replace(text, gap => All.FirstOrDefault(line => line.Line == gap.Groups["line"].Value)?.Telephone ?? "");

    /// <summary>A number as a telephone takes it.</summary>
    public static string Dialled(string telephone) => string.Concat(telephone.Where(c => char.IsAsciiDigit(c) || c == '+'));

    [GeneratedRegex(@"\{line:(?<line>[a-z]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();
}
