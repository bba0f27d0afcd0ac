using Goldthread.Core.Following;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;
using Microsoft.Extensions.Options;

namespace Goldthread.Following;

/// <summary>What can be followed, in words, and what there is of it. All of it is what the public sees, whoever asks.</summary>
internal sealed class FollowWords(RegisterDatabase database, IOptions<Site.BodySettings> own)
{
    private const int MostBoards = 200;

    /// <summary>What is followed.</summary>
    public const string EveryDecision = "Every decision";

    /// <summary>The topics there are, by their names.</summary>
    public static IReadOnlyList<(Followed Follow, string Name)> Topics { get; } =
        [.. StrandNames.BuiltIn.All.Select(strand => (new Followed(FollowKind.Topic, strand.Reference), strand.Name)).OrderBy(topic => topic.Name, StringComparer.Ordinal)];

    /// <summary>The body's boards.</summary>
    public async Task<IReadOnlyList<(Followed Follow, string Name)>> SeriesAsync(CancellationToken stop) =>
        [.. (await View.ListAsync(new ListQuery(RecordKinds.Board.Name, own.Value.Id, PageSize: MostBoards), stop)).Rows
            .Select(head => (new Followed(FollowKind.Series, head.Slug), head.Title)).OrderBy(series => series.Title, StringComparer.Ordinal)];

    /// <summary>The name of what is followed; null where there is no such thing, or no longer.</summary>
    public async Task<string?> NameOfAsync(Followed follow, CancellationToken stop) => follow.Kind switch
    {
        FollowKind.Decisions => EveryDecision,
        FollowKind.Topic => Topics.FirstOrDefault(topic => topic.Follow == follow).Name,
        FollowKind.Organisation => (await View.FindAsync(RecordKind.CommonBody, RecordKinds.Organisation.Name, follow.Subject, stop))?.Record?.Head.Title,
        FollowKind.Series => (await View.FindAsync(own.Value.Id, RecordKinds.Board.Name, follow.Subject, stop))?.Record?.Head.Title,
    };

    /// <summary>What is followed, in a line.</summary>
    public async Task<string> OfAsync(Followed follow, CancellationToken stop)
    {
        var name = OneLine(await NameOfAsync(follow, stop) ?? follow.Subject);
        return follow.Kind switch
        {
            FollowKind.Decisions => name,
            FollowKind.Topic => $"The topic: {name}",
            FollowKind.Organisation => $"What names {name}",
            FollowKind.Series => $"Meetings and workshops of {name}",
        };
    }

    /// <summary>The same of several.</summary>
    public async Task<IReadOnlyList<(Followed Follow, string Words)>> OfAsync(IEnumerable<Followed> follows, CancellationToken stop)
    {
        var words = new List<(Followed, string)>();
        foreach (var follow in follows)
            words.Add((follow, await OfAsync(follow, stop)));
        return words;
    }

    /// <summary>Where somebody can begin to follow something.</summary>
    public static string AddressOf(Followed? follow = null) =>
        follow is null ? "/decisions/follow" : $"/decisions/follow?what={Uri.EscapeDataString(follow.Written)}";

    /// <summary>A text without line breaks and other signs that would end a line of an email.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private RegisterView View => database.For(Reader.Public);
}
