using Goldthread.Core.Publishing;
using Goldthread.Register.Publishing;

namespace Goldthread.Register.Records;

/// <summary>The statements that differ between the two databases, written by hand, one file for each.</summary>
public abstract class Dialect
{
    /// <summary>What marks the beginning and the end of a match in a passage; neither can stand in a text.</summary>
    protected internal const char MatchStart = '\u0001', MatchEnd = '\u0002';

    /// <summary>The name that <c>doctor</c> and error messages use.</summary>
    public abstract string Name { get; }

    /// <summary>The year of a column with a day, as SQL; null where there is no day.</summary>
    public abstract string YearOf(string column);

    /// <summary>Makes this transaction the only one that appends to the chain, until it ends.</summary>
    public abstract Task LockChainAsync(RegisterContext context, CancellationToken stop);

    /// <summary>Puts a record's words into the search index in place of what was there.</summary>
    public abstract Task IndexAsync(RegisterContext context, RecordRow record, string title, IReadOnlyDictionary<Audience, string> text, CancellationToken stop);

    /// <summary>The words that the index holds for a record, or null; to compare with what they ought to be.</summary>
    public abstract IAsyncEnumerable<IndexedText> IndexedAsync(RegisterContext context);

    /// <summary>Takes out of the search index what has no record any more.</summary>
    public abstract Task PruneIndexAsync(RegisterContext context, CancellationToken stop);

    /// <summary>The best matches that a reader may see.</summary>
    public abstract Task<List<RankedKey>> SearchAsync(RegisterContext context, Visible visible, SearchWords words, string? kind, int skip, int take, CancellationToken stop);

    /// <summary>How many of each kind match that a reader may see.</summary>
    public abstract Task<List<KindCount>> CountAsync(RegisterContext context, Visible visible, SearchWords words, CancellationToken stop);

    /// <summary>Claims what is due, for this process alone, until a time.</summary>
    public abstract Task<List<DueRow>> ClaimAsync(RegisterContext context, DateTime now, DateTime until, int most, CancellationToken stop);
}

/// <summary>A match: the record's key and a passage with its matches marked.</summary>
public sealed record RankedKey(long Key, string Passage);

/// <summary>How many records of a kind match.</summary>
public sealed record KindCount(string Kind, int Count);

/// <summary>What the search index holds of one record.</summary>
public sealed record IndexedText(long Key, string Title, string Public, string Partners, string Staff);
