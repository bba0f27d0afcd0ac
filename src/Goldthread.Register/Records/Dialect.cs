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

    /// <summary>A record's facets as the index stores them.</summary>
    public abstract string IndexedFacets(string facets);

    /// <summary>Puts words on the list of words to suggest, where they do not stand there yet.</summary>
    public abstract Task AddWordsAsync(RegisterContext context, IReadOnlyList<string> words, CancellationToken stop);

    /// <summary>Some texts that hold a word or a form of it, whoever may see them.</summary>
    public abstract Task<List<string>> TextsWithAsync(RegisterContext context, string word, CancellationToken stop);

    /// <summary>The records that match and that a reader may see, those added last first, at most so many.</summary>
    public abstract Task<FoundRows> FindAsync(RegisterContext context, Visible visible, SearchTerms terms, int most, CancellationToken stop);

    /// <summary>Some of the records found, in the order of how well they fit the words; others may stand between them.</summary>
    /// <param name="context">The register.</param>
    /// <param name="visible">For whom.</param>
    /// <param name="terms">What was searched for.</param>
    /// <param name="keys">The records' keys, those added last first.</param>
    /// <param name="stop">Stops it.</param>
    public abstract Task<List<long>> RankAsync(RegisterContext context, Visible visible, SearchTerms terms, IReadOnlyList<long> keys, CancellationToken stop);

    /// <summary>A passage around the words for each of these records, out of what the reader may see.</summary>
    public abstract Task<List<Passage>> PassagesAsync(RegisterContext context, Visible visible, SearchWords words, IReadOnlyList<long> keys, CancellationToken stop);

    /// <summary>Claims what is due of these kinds, for this process alone, until a time.</summary>
    public abstract Task<List<DueRow>> ClaimAsync(RegisterContext context, IReadOnlyCollection<string> kinds, DateTime now, DateTime until, int most, CancellationToken stop);
}

/// <summary>A record that matches: its key, its day and its line of facets.</summary>
public sealed record FoundRow(long Key, DateOnly? Starts, string Facets);

/// <summary>Records that match, those added last first; <c>IsCut</c> where there are, or may be, more.</summary>
public sealed record FoundRows(IReadOnlyList<FoundRow> Rows, bool IsCut);

/// <summary>A record's key and a passage with its matches marked.</summary>
public sealed record Passage(long Key, string Text);

/// <summary>What the search index holds of one record.</summary>
public sealed record IndexedText(long Key, string Title, string Public, string Partners, string Staff, string Facets);
