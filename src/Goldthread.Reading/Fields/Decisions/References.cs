using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Decisions;

/// <summary>Finds references of decisions as bodies write them: <c>PCD 542</c>, <c>OPCC/2019/017</c>, <c>PFCC-D-0112</c>, <c>MD2345</c>.</summary>
internal static partial class References
{
    private const int MostKept = 64;

    /// <summary>Making a pattern costs more than reading a short document; a body writes all its references alike.</summary>
    private static readonly ConcurrentDictionary<string, Regex> Made = new(StringComparer.Ordinal);

    /// <summary>The first reference of the passage, or null.</summary>
    public static Passage? First(Passage passage)
    {
        var match = Any.Match(passage.Text.Length > 2000 ? passage.Text[..2000] : passage.Text);
        return match.Success ? passage.Slice(match.Index, match.Length) : null;
    }

    /// <summary>A pattern for references of the same make: the same letters and separators, any digits.</summary>
    public static Regex? Like(string reference)
    {
        var shape = Digits.Replace(Regex.Escape(reference), @"[0-9]{1,6}");
        if (shape == Regex.Escape(reference) || !reference.Any(char.IsLetter))
        {
            return null;
        }

        shape = shape.Replace(@"\ ", @"\s?");
        if (Made.TryGetValue(shape, out var made))
        {
            return made;
        }

        // Shapes come from documents: what is kept is bounded, whatever they hold.
        if (Made.Count >= MostKept)
        {
            Made.Clear();
        }

        return Made.GetOrAdd(shape, one => new Regex($@"(^|[^\w/\-]){one}($|[^\w/\-]|[/\-][^\w])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
    }

    [GeneratedRegex(@"\b([0-9]{4}[/\-](?=[A-Z]{2}))?([A-Z]{2,8}[A-Za-z]{0,6}|[A-Z][a-z]?(?=[/\-]))([/\-. ]{1,2}([A-Z]{1,6}|[0-9]{1,6})){0,4}?[/\-. ]{0,2}[0-9]{1,6}([/\-][0-9]{1,6}){0,3}\b", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Any { get; }

    [GeneratedRegex(@"[0-9]{1,20}", RegexOptions.None, 1000)]
    private static partial Regex Digits { get; }
}
