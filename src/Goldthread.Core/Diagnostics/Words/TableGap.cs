namespace Goldthread.Core.Diagnostics.Words;

/// <summary>What parts the cells of a table in a line of text: a bar, a tab, or white space of two characters and more.</summary>
internal static class TableGap
{
    /// <summary>Whether there is one in the line.</summary>
    public static bool StandsIn(ReadOnlySpan<char> line)
    {
        if (line.ContainsAny('|', '\t'))
        {
            return true;
        }

        for (var at = 1; at < line.Length; at++)
        {
            if (char.IsWhiteSpace(line[at]) && char.IsWhiteSpace(line[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
