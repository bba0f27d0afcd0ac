using Goldthread.Core.Records;
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

/// <summary>A stop on the thread, seen from a record of a kind.</summary>
public sealed record Stop(PageKind Here, LinkedRecord Link);

/// <summary>The page of a record, whatever its kind: found by its address, a tombstone where it was withdrawn, or not found.</summary>
public abstract class RecordPage : PageModel
{
    /// <summary>The record as the reader sees it; null when it was withdrawn.</summary>
    public FoundRecord? Record { get; private protected set; }

    /// <summary>What is left of it, when it was withdrawn.</summary>
    public Tombstone? Tombstone { get; private protected set; }

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

    /// <summary>The address of the same record as JSON.</summary>
    public string JsonAddress => HttpContext.Request.Path + ".json";

    /// <summary>What it names of other kinds than the thread runs through: organisations and boards.</summary>
    public IReadOnlyList<RecordHead> Named(PageKind kind) =>
        [.. Record!.Links.Select(link => link.Other).OfType<RecordHead>().Where(other => other.Kind == kind.Name).DistinctBy(other => other.Id).OrderBy(other => other.Title, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The links that make the thread: to what was decided, discussed and written.</summary>
    public IReadOnlyList<LinkedRecord> Thread =>
        [.. Record!.Links.Where(link => link.Other is null || (link.Other.Kind != PageKind.Organisation.Name && link.Other.Kind != PageKind.Board.Name))];
}

/// <summary>The page of a record whose body is a <typeparamref name="TContent"/>.</summary>
public abstract class RecordPage<TContent>(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own) : RecordPage
    where TContent : class
{
    /// <summary>The record's body as the reader sees it.</summary>
    public TContent RecordContent => (TContent)Record!.Content;

    /// <summary>The register as the reader of this page sees it.</summary>
    protected RegisterView View => view;

    /// <summary>Finds the record and shows it, its tombstone, or that there is none.</summary>
    protected async Task<IActionResult> ShowAsync(string? body, string slug)
    {
        var ofBody = Kind.BodyOf(body ?? own.Value.Id).ToLowerInvariant();
        var address = addresses.Of(ofBody, Kind, slug.ToLowerInvariant());
        if (!string.Equals(Uri.UnescapeDataString(address), HttpContext.Request.Path.Value, StringComparison.Ordinal))
        {
            return LocalRedirectPermanent(address);
        }

        var found = await view.FindAsync(ofBody, Kind.Name, slug, HttpContext.RequestAborted);
        Record = found?.Record;
        Tombstone = found?.Tombstone;
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
            ViewData["Title"] = Kind == PageKind.Decision ? $"{Heading} ({Head.Reference})" : Head.Title;
            ViewData["Json"] = JsonAddress;
        }

        return Page();
    }

    /// <summary>Loads what the page shows beside the record.</summary>
    protected virtual Task LoadedAsync() => Task.CompletedTask;
}
