using System.Text;

namespace Goldthread.Core.Records;

/// <summary>Turns a reference or a name into the form that stands in an address.</summary>
public static class Slug
{
    /// <summary>
    /// <c>London VAWG Board</c> → <c>london-vawg-board</c>: letters and digits in lower case,
    /// everything between them one dash, a slash kept. With <paramref name="apart"/>, a dash also goes between
    /// a letter and a digit, so that <c>PCD542</c>, <c>PCD 542</c> and <c>pcd-542</c> are one.
    /// </summary>
    /// <returns>The slug; empty where the text has no letter or digit.</returns>
    public static string Of(string text, bool apart = false)
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
                var last = slug.Length == 0 ? '/' : slug[^1];
                var split = apart && last != '/' && char.IsDigit(c) != char.IsDigit(last);
                if ((gap || split) && last is not ('/' or '-'))
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
