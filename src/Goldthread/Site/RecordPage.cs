using System.Globalization;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Downloads;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Goldthread.Site;

/// <summary>One of the few facts at the head of a record's page.</summary>
public sealed record Fact(string Name, string Value, string? Note = null, string? Address = null);

/// <summary>A place within a page, for its contents list.</summary>
public sealed record Place(string Id, string Words);

/// <summary>Where a record stands, in a word or two; quiet when there is nothing settled to say.</summary>
public sealed record Status(string Words, bool Quiet = false);

/// <summary>A step on the way down to a page.</summary>
public sealed record Crumb(string Words, string Address);

/// <summary>Where the passage is shown that a part was read from, if there is one, and what part it is.</summary>
public sealed record Where(string? Address, string What);

/// <summary>A stop on the thread, seen from a record of a kind.</summary>
public sealed record Stop(PageKind Here, LinkedRecord Link);

/// <summary>A page of a record, whatever its kind: found by its address, a tombstone where it was withdrawn, or not found.</summary>
public abstract class RecordPage(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own) : PageModel
{
    private HashSet<string> sourced = [];

    /// <summary>The record as the reader sees it; null when it was withdrawn.</summary>
    public FoundRecord? Record { get; private set; }

    /// <summary>What is left of it, when it was withdrawn.</summary>
    public Tombstone? Tombstone { get; private set; }

    /// <summary>The record's columns.</summary>
    public RecordHead Head => Record!.Head;

    /// <summary>The kind whose page this is.</summary>
    public abstract PageKind Kind { get; }

    /// <summary>What it is called, without its reference.</summary>
    public virtual string Heading => Head.Title;

    /// <summary>The kind and reference above the title.</summary>
    public virtual string Caption => $"{Kind.Title} {Head.Reference}";

    /// <summary>Where it stands.</summary>
    public abstract Status Status { get; }

    /// <summary>At most six facts.</summary>
    public abstract IReadOnlyList<Fact> Facts { get; }

    /// <summary>The way down to it.</summary>
    public abstract IReadOnlyList<Crumb> Crumbs { get; }

    /// <summary>Its parts, in order.</summary>
    public abstract IReadOnlyList<Place> Contents { get; }

    /// <summary>Whether it came with the sample and is nobody's real decision, meeting or board.</summary>
    public bool Illustrative => !Kind.Kind.IsCommon && Record!.History.Any(revision => revision.Who == Sample.Who);

    /// <summary>The state on this page, where the page is that of one state and not of the record as it stands.</summary>
    public RevisionHead? State { get; private set; }

    /// <summary>Whether the page shows a state that another has taken the place of.</summary>
    public bool IsPast => State is { Until: not null };

    /// <summary>The address of the record as it stands.</summary>
    public string Address => addresses.Of(Head)!;

    /// <summary>The address that this page is known by.</summary>
    public string Canonical => IsPast ? RevisionAddress(State!.Number) : Address + Part;

    /// <summary>The address of the same as JSON.</summary>
    public string JsonAddress => HttpContext.Request.Path + ".json";

    /// <summary>The address of a state of the record.</summary>
    public string RevisionAddress(int number) => FormattableString.Invariant($"{Address}/revisions/{number}");

    /// <summary>Whether a passage of the document can be shown for anything here.</summary>
    public bool HasSource => sourced.Count > 0;

    /// <summary>Where the passage that a part of the record was read from is shown, by the part's JSON Pointer; no address where there is none.</summary>
    public Where WhereOf(FormattableString pointer, string what)
    {
        var part = FormattableString.Invariant(pointer);
        return new Where(sourced.Contains(part) ? $"{Address}/source#{SourceEntry.IdOf(part)}" : null, what);
    }

    /// <summary>What it names of other kinds than the thread runs through: organisations and boards.</summary>
    public IReadOnlyList<RecordHead> Named(PageKind kind) =>
        [.. Record!.Links.Select(link => link.Other).OfType<RecordHead>().Where(other => other.Kind == kind.Name).DistinctBy(other => other.Id).OrderBy(other => other.Title, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The links that make the thread: to what was decided, discussed and written.</summary>
    public IReadOnlyList<LinkedRecord> Thread =>
        [.. Record!.Links.Where(link => link.Other is null || (link.Other.Kind != PageKind.Organisation.Name && link.Other.Kind != PageKind.Board.Name))];

    /// <summary>What somebody signed in sees beside the public, and as whom; null for the public.</summary>
    public Sight? Sight { get; private set; }

    /// <summary>What marks the record where not everybody may see it; null where everybody may.</summary>
    public string? NarrowerTag => Record is null ? null : Head.Status == RecordStatus.Erased ? "Withdrawn, its text removed" : Head.Status == RecordStatus.Withdrawn ? "Withdrawn" : Sight.Tag(Head.Visibility);

    /// <summary>For staff: what the checks found in a part of the record, by the part's JSON Pointer.</summary>
    public IEnumerable<ShownFinding> FoundAt(FormattableString pointer)
    {
        if (Sight is not { Findings.Count: > 0 } sight)
        {
            return [];
        }

        var part = FormattableString.Invariant(pointer);
        return sight.Findings.Where(found => found.Spot == part);
    }

    /// <summary>What marks a field that is declared for a narrower circle than the public, by its path; null for one that everybody may see.</summary>
    public string? TagOf(string path) => Sight.Tag(FieldMap.For(Kind.Kind.BodyType).Fields().First(field => field.Path == path).Audience);

    /// <summary>In what form this page shows the record, as the log of openings has it.</summary>
    protected virtual string Form => OpenedForms.Page;

    /// <summary>The register as the reader of this page sees it.</summary>
    protected RegisterView View => view;

    /// <summary>What comes after the record's address in this page's own, such as <c>/revisions</c>; empty for the record itself.</summary>
    protected virtual string Part => "";

    /// <summary>Whether, once loaded, there is anything to show.</summary>
    protected virtual bool IsThere => true;

    /// <summary>Finds the record and shows it, its tombstone, or that there is none.</summary>
    protected async Task<IActionResult> ShowAsync(string? body, string slug)
    {
        var ofBody = Kind.BodyOf(body ?? own.Value.Id).ToLowerInvariant();
        var number = RouteData.Values["revision"] is string text ? int.Parse(text, CultureInfo.InvariantCulture) : (int?)null;
        var address = addresses.Of(ofBody, Kind, slug.ToLowerInvariant()) + (number is { } n ? FormattableString.Invariant($"/revisions/{n}") : Part);
        if (!string.Equals(Uri.UnescapeDataString(address), HttpContext.Request.Path.Value, StringComparison.Ordinal))
        {
            return LocalRedirectPermanent(address + HttpContext.Request.QueryString);
        }

        var found = await view.FindAsync(ofBody, Kind.Name, slug, HttpContext.RequestAborted);
        Record = found?.Record;
        Tombstone = found?.Tombstone;
        if (Record is not null && number is { } past)
        {
            Record = await view.RevisionAsync(ofBody, Kind.Name, slug, past, HttpContext.RequestAborted);
            State = Record?.History.First(revision => revision.Number == past);
        }

        if (Record is null && Tombstone is null)
        {
            return NotFound();
        }

        if (Record is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            ViewData["Title"] = $"{Tombstone!.Reference} was withdrawn";
        }
        else
        {
            await LoadedAsync();
            if (!IsThere)
            {
                return NotFound();
            }

            var name = Kind == PageKind.Decision ? $"{Heading} ({Head.Reference})" : Head.Title;
            ViewData["Title"] = State is null ? name : $"{name}, revision {State.Number}";
            ViewData["Json"] = JsonAddress;
            ViewData["Page"] = this;
            Openings.Note(HttpContext, Head, Form);
            Sight = await SightAsync();
        }

        return Page();
    }

    private async Task<Sight?> SightAsync()
    {
        var current = HttpContext.RequestServices.GetRequiredService<CurrentPerson>();
        if (current.Standing is not { } standing)
        {
            return null;
        }

        var organisation = view.Reader is { Audience: Audience.Partners, Organisation: { } of }
            ? (await view.FindAsync(RecordKind.CommonBody, PageKind.Organisation.Name, of, HttpContext.RequestAborted))?.Record?.Head.Title
            : null;
        var import = Kind.Kind.ImportOf(Record!.Content);
        var original = import is not null && await view.HasOriginalAsync(import.Sha256, HttpContext.RequestAborted)
            ? new OriginalFileLink(Originals.Address(Head.Id, Head.Revision), import.File)
            : null;
        return new Sight(
            Sight.AsWhom(view.Reader, standing, organisation),
            Sight.ToOthers(view.Reader, Record, Kind.One),
            import is null ? [] : ShownFinding.Of(import, Record.Content),
            original,
            standing.Holds(AskRules.Asking) ? $"/desk/ask?about={Uri.EscapeDataString($"{Head.Kind}/{Head.Body}/{Head.Slug}")}" : null);
    }

    /// <summary>Loads what the page shows beside the record.</summary>
    protected virtual Task LoadedAsync() => Task.CompletedTask;

    /// <summary>Loads which parts of the record as it stands can show the passage that they were read from.</summary>
    protected async Task LoadSourcesAsync()
    {
        if (State is null)
        {
            var sources = await view.SourcesAsync(Record!, HttpContext.RequestAborted);
            sourced = [.. sources.Passages.Select(source => SourceEntry.EntryOf(source.Pointer))];
        }
    }
}

/// <summary>The page of a record whose body is a <typeparamref name="TContent"/>.</summary>
public abstract class RecordPage<TContent>(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own) : RecordPage(view, addresses, own)
    where TContent : class
{
    /// <summary>The record's body as the reader sees it.</summary>
    public TContent RecordContent => (TContent)Record!.Content;
}
