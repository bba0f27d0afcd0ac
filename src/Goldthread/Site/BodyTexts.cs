using System.Collections.Concurrent;
using Goldthread.Register.Records;
using Microsoft.Extensions.Options;

namespace Goldthread.Site;

/// <summary>What a body says about its register in its own words: <c>/about</c> and the licence.</summary>
/// <remarks>
/// A text is a Markdown file. The body's own, in <c>texts</c> of the data folder or where <c>Body:Texts</c> says, stands
/// before the one that is shipped; an edited file is shown with the next request.
/// </remarks>
public sealed class BodyTexts(IOptions<BodySettings> body, RegisterDatabase database)
{
    private const int Longest = 256 * 1024;

    private readonly ConcurrentDictionary<string, (string File, DateTime WrittenAt, MarkdownText Text)> read = new(StringComparer.Ordinal);

    private string[] Folders =>
    [
        Path.Combine(database.DataFolder, body.Value.Texts ?? "texts"),
        .. body.Value.Texts is { } own ? [Path.Combine(AppContext.BaseDirectory, own)] : Array.Empty<string>(), // the sample's are beside the program
        Path.Combine(AppContext.BaseDirectory, "texts"),
    ];

    /// <summary>The text of a name such as <c>privacy</c>; names are the site's own and come from no address.</summary>
    public MarkdownText Get(string name)
    {
        foreach (var file in Folders.Select(folder => new FileInfo(Path.Combine(folder, name + ".md"))))
        {
            if (file is not { Exists: true, Length: <= Longest })
            {
                continue;
            }

            if (!read.TryGetValue(name, out var known) || known.File != file.FullName || known.WrittenAt != file.LastWriteTimeUtc)
            {
                var source = File.ReadAllText(file.FullName).Replace("{body}", MarkdownText.Escape(body.Value.Name), StringComparison.Ordinal);
                known = (file.FullName, file.LastWriteTimeUtc, new MarkdownText(source));
                read[name] = known;
            }

            return known.Text;
        }

        return new MarkdownText("This text was not installed with this copy of the register.");
    }
}
