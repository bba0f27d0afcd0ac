using System.Security.Cryptography;
using Goldthread.Core.Boards;
using Goldthread.Core.Decisions;
using Goldthread.Core.Documents;
using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Readings;
using Goldthread.Core.Records;
using Goldthread.Organisations;
using Goldthread.Reading;
using Goldthread.Readings;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Goldthread.Rules;

namespace Goldthread.Imports;

/// <summary>What became of one file.</summary>
internal enum ImportResult
{
    /// <summary>Its record is new or has a new revision.</summary>
    Read,

    /// <summary>The register had it already.</summary>
    Unchanged,

    /// <summary>It could not be read; nothing was written.</summary>
    Failed,
}

/// <summary>What became of one file, and why.</summary>
internal sealed record ImportedFile(string Path, ImportResult Result, RecordHead? Record, string? Reason);

/// <summary>Reads files into the register, each in a transaction of its own, so that a stopped import goes on where it was.</summary>
internal sealed class Importer(RegisterDatabase database, LoadedRules rules, ImportChoices choices)
{
    private const int LongestReference = 100;

    private readonly DocumentReader reader = rules.Reader();
    private readonly OrganisationNames organisations = rules.Names;
    private readonly IReadOnlyList<string> prefixes = [.. rules.Book.Schemes.SelectMany(scheme => scheme.Prefixes).Distinct(StringComparer.Ordinal)];

    /// <summary>Imports files in order; the next ones are read while one is saved.</summary>
    public async IAsyncEnumerable<ImportedFile> ImportAsync(IReadOnlyList<string> paths, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var ahead = new Queue<Task<Taken>>();
        var next = 0;
        while (next < paths.Count || ahead.Count > 0)
        {
            while (next < paths.Count && ahead.Count < Environment.ProcessorCount + 1)
            {
                var path = paths[next++];
                ahead.Enqueue(Task.Run(() => TakeAsync(path, stop), stop));
            }

            yield return await SaveAsync(await ahead.Dequeue(), stop);
        }
    }

    /// <summary>Imports one file that is in memory already.</summary>
    /// <param name="name">Its name, without folders.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="stop">Stops before anything is written.</param>
    public async Task<ImportedFile> ImportAsync(string name, byte[] bytes, CancellationToken stop) =>
        await SaveAsync(await TakeAsync(name, name, bytes, stop), stop);

    private async Task<Taken> TakeAsync(string path, CancellationToken stop)
    {
        var (bytes, failure) = StableFile.Read(path);
        return bytes is null ? new Taken(path, null, null, failure!.Message) : await TakeAsync(path, Path.GetFileName(path), bytes, stop);
    }

    private async Task<Taken> TakeAsync(string path, string name, byte[] bytes, CancellationToken stop)
    {
        var original = new OriginalFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
        if (!choices.Again && await database.For(Reader.Staff).ImportedFromAsync(original.Sha256, stop) is { } already)
            return new Taken(path, original, null, null, already);
        return reader.Read(original.Name, bytes, stop) switch
        {
            ReadOutcome.Read read => new Taken(path, original, read.Reading, null),
            ReadOutcome.Failed failed => new Taken(path, original, null, failed.Message),
            var other => throw new InvalidOperationException($"A file was neither read nor refused: {other}"),
        };
    }

    private async Task<ImportedFile> SaveAsync(Taken taken, CancellationToken stop)
    {
        if (taken.Already is { } already)
            return new ImportedFile(taken.Path, ImportResult.Unchanged, already, null);
        if (taken.Reading is not { } reading || taken.Original is not { } original)
            return new ImportedFile(taken.Path, ImportResult.Failed, null, taken.Reason);
        var (kind, reference, content) = Recognise(reading, original);
        if (!choices.Again && await IsSupersededAsync(kind, reference, original, stop) is { } later)
            return new ImportedFile(taken.Path, ImportResult.Unchanged, later, null);
        var change = new Change
        {
            Kind = kind,
            Body = choices.Body,
            Reference = reference,
            Content = content,
            Visibility = Visible(kind, content),
            Who = choices.Who,
            Process = "import",
            Reason = $"Read from {original.Name}.",
            Original = original,
        };
        var outcomes = await new RegisterWriter(database).SaveAsync([.. await BoardOfAsync(content, stop), change], stop);
        var saved = outcomes[^1];
        return new ImportedFile(taken.Path, saved.Result == SaveResult.Unchanged ? ImportResult.Unchanged : ImportResult.Read, saved.Record, null);
    }

    /// <summary>
    /// Where this very file was imported before and another file for the same record came later under another name, the
    /// later one stands: importing a folder twice changes nothing. Under the same name the file was changed back, and counts.
    /// </summary>
    private async Task<RecordHead?> IsSupersededAsync(RecordKind kind, string reference, OriginalFile original, CancellationToken stop)
    {
        var view = database.For(Reader.Staff);
        if (await view.OriginalAsync(original.Sha256, stop) is null)
            return null;
        var found = await view.FindAsync(choices.Body, kind.Name, kind.SlugOf(reference), stop);
        return found?.Record is { } record && kind.ImportOf(record.Content)?.File != original.Name ? record.Head : null;
    }

    private (RecordKind Kind, string Reference, object Content) Recognise(Core.Readings.Reading reading, OriginalFile original)
    {
        var import = new Import
        {
            File = original.Name,
            Sha256 = original.Sha256,
            Text = reading.Text,
            Provenance = reading.Provenance,
            Diagnostics = reading.Diagnostics,
        };
        var byContent = $"document-{original.Sha256[..12]}";
        return reading.Record switch
        {
            Decision decision => (RecordKinds.Decision, Short(decision.Reference) ?? byContent, decision with { Organisations = Named(decision), Import = import }),
            Minutes minutes => (RecordKinds.Meeting, Short(BoardColumns.ReferenceOf(minutes.Body, minutes.Date)) ?? byContent, minutes with { Board = BoardRef(minutes.Body), Organisations = Named(minutes), Decisions = Cited(minutes), Import = import }),
            Workshop workshop => (RecordKinds.Workshop, Short(BoardColumns.ReferenceOf(workshop.Body, workshop.Date)) ?? byContent, workshop with { Board = BoardRef(workshop.Body), Organisations = Named(workshop), Decisions = Cited(workshop), Import = import }),
            Document document => (RecordKinds.Document, byContent, document with { Import = import }),
            var other => throw new InvalidOperationException($"A reading gave a {other.GetType().Name}, which is no kind of record."),
        };
    }

    private Audience Visible(RecordKind kind, object content)
    {
        var today = DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);
        var deferred = content is Decision { Publication: { Deferred: true } publication } && (publication.DeferredUntil is not { } until || until > today);
        return deferred || kind == RecordKinds.Document ? Audience.Staff : choices.Visibility;
    }

    private IReadOnlyList<Ref<Organisation>> Named(object content) => NamedOrganisations.In(content, organisations);

    private List<Ref<Decision>> Cited(object content) =>
        [.. DecisionReference.FindIn(NamedOrganisations.PublicText(content), prefixes).Select(reference => new Ref<Decision>(reference.Canonical))];

    private async Task<IEnumerable<Change>> BoardOfAsync(object content, CancellationToken stop)
    {
        var name = content switch { Minutes minutes => minutes.Body, Workshop workshop => workshop.Body, _ => null };
        if (BoardRef(name) is not { } board || await database.For(Reader.Staff).FindAsync(choices.Body, RecordKinds.Board.Name, board.Reference, stop) is not null)
            return [];
        return
        [
            new Change
            {
                Kind = RecordKinds.Board,
                Body = choices.Body,
                Reference = board.Reference,
                Content = new Board { Name = name! },
                Visibility = choices.Visibility,
                Who = choices.Who,
                Process = "import",
                Reason = "Named by the first of its papers to be imported.",
            },
        ];
    }

    private static Ref<Board>? BoardRef(string? name) =>
        Short(name) is { } board && Slug.Of(board).Replace('/', '-') is { Length: > 0 } slug ? new Ref<Board>(slug) : null;

    private static string? Short(string? reference) => reference is { Length: > 0 and <= LongestReference } && Slug.Of(reference).Length > 0 ? reference : null;

    private sealed record Taken(string Path, OriginalFile? Original, Core.Readings.Reading? Reading, string? Reason, RecordHead? Already = null);
}

/// <summary>What an import was asked for.</summary>
/// <param name="Body">The public body whose documents they are.</param>
/// <param name="Visibility">The widest audience that may see what is recognised.</param>
/// <param name="Who">The office that imports.</param>
/// <param name="Again">Whether to read files again that the register has, as after an update of the reader.</param>
/// <param name="Each">Whether to say what became of each file as soon as it is saved.</param>
internal sealed record ImportChoices(string Body, Audience Visibility = Audience.Public, string Who = "Records office", bool Again = false, bool Each = false);
