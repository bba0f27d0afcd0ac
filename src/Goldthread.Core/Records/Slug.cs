using System.Text;

namespace Goldthread.Core.Records;

/// <summary>Turns a reference or a name into the form that stands in an address.</summary>
public static class Slug
{
    /// <summary>
    /// <c>London VAWG Board</c> → <c>london-vawg-board</c>: letters and digits in lower case, everything between them
    /// one dash, a slash kept.
    /// </summary>
    /// <returns>The slug; empty where the text has no letter or digit.</returns>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (c is '\'' or '’')
                continue;
            if (c == '/')
            {
                slug.Append('/');
                gap = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (gap && slug.Length > 0 && slug[^1] != '/')
                    slug.Append('-');
                slug.Append(char.ToLowerInvariant(c));
                gap = false;
            }
            else
            {
                gap = true;
            }
        }

        return slug.ToString().Trim('/');
    }
}
