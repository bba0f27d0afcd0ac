using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Register.Decisions;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.History;

/// <summary>Everything that is held about one record and the draft that it came from, as one text that people can read and programs as well.</summary>
internal sealed class RecordFile(RegisterDatabase database)
{
    private const int OpenedAtOnce = 1000;
    private const string Warning = "This holds what staff see, also what no one else may. Read it, and take out what the law protects, before you give it away.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What the file leaves out, in sentences; it stands in the file.</summary>
    public static IReadOnlyList<string> LeftOut { get; } =
    [
        "The bytes of the original files: `goldthread show REF --original FILE` writes them; here are their names and hashes.",
        "A confidential part 2: it is kept apart, under its own key.",
        "Visits of the public: none is ever kept.",
        "Records that only name the same people or organisations: search finds them.",
        "Texts that were lawfully removed: their revision says so, and its hash stays.",
    ];

    /// <summary>Gathers it.</summary>
    public async Task<(string Json, int Revisions, int Links, int Opened)> WriteAsync(RecordHead head, CancellationToken stop)
    {
        var draft = await new HeldDrafts(database).OfRecordAsync(head.Id, stop);
        var view = database.For(Reader.Staff);
        var found = (await view.FindAsync(head.Body, head.Kind, head.Slug, stop))!.Record!;
        var revisions = new List<object>();
        foreach (var revision in found.History.OrderBy(revision => revision.Number))
            revisions.Add(await RevisionAsync(view, head, revision, stop));
        var opened = new List<OpenedEntry>();
        for (var page = 1; ; page++)
        {
            var (rows, _) = await new OpenedLog(database).ListAsync(new OpenedQuery(Records: [head.Id], Page: page, Size: OpenedAtOnce), stop);
            opened.AddRange(rows);
            if (rows.Count < OpenedAtOnce)
                break;
        }

        var file = new
        {
            What = $"Everything that the register holds about {head.Reference}, written on {Site.Wording.Instant(database.Now)}.",
            Warning,
            LeftOut,
            Record = new { head.Id, head.Kind, head.Body, head.Reference, head.Title, head.Status, head.Visibility, head.Owner, head.Starts, head.Ends, Amount = head.Amount / 100m, head.Revision, head.ChangedAt },
            Revisions = revisions,
            Links = found.Links.Select(link => new
            {
                link.Relation,
                Direction = link.Upstream ? "from this record" : "to this record",
                Kind = link.Other?.Kind,
                Reference = link.Other?.Reference ?? link.WaitingFor,
                Title = link.Other?.Title,
                InRegister = link.Other is not null,
            }),
            Draft = draft,
            Opened = opened.OrderBy(entry => entry.At).Select(entry => new { entry.At, entry.Name, entry.Office, entry.Organisation, entry.Revision, entry.What }),
        };
        return (JsonSerializer.Serialize(file, Options) + "\n", revisions.Count, found.Links.Count, opened.Count);
    }

    /// <summary>Everything that is held of a decision that is not signed yet, as the same kind of text.</summary>
    public string Write(HeldDraft draft) => JsonSerializer.Serialize(
        new
        {
            What = $"Everything that the register holds about the draft {draft.Head.Reference}, written on {Site.Wording.Instant(database.Now)}.",
            Warning,
            LeftOut,
            Draft = draft,
        },
        Options) + "\n";

    private static async Task<object> RevisionAsync(RegisterView view, RecordHead head, RevisionHead revision, CancellationToken stop)
    {
        var state = await view.RevisionAsync(head.Body, head.Kind, head.Slug, revision.Number, stop);
        var import = state is null ? null : RecordKinds.Get(head.Kind).ImportOf(state.Content);
        var body = state is null ? null : await view.JsonAsync(state, stop);
        (body as JsonObject)?.Remove("import");
        return new
        {
            revision.Number,
            revision.At,
            revision.Until,
            revision.Who,
            revision.Process,
            revision.Reason,
            revision.Status,
            revision.Visibility,
            revision.Hash,
            TextRemoved = body is null,
            Content = body,
            Original = import is null ? null : new { import.File, import.Sha256, IsKept = await view.HasOriginalAsync(import.Sha256, stop) },
            Text = import?.Text,
            Diagnostics = import?.Diagnostics,
        };
    }
}
