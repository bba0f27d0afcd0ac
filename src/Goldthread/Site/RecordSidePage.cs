using Goldthread.Register.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Site;

/// <summary>A page beside a record's own, the same for all kinds: its history, its sources.</summary>
public abstract class RecordSidePage(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own) : RecordPage(view, addresses, own)
{
    private PageKind? kind;

    /// <inheritdoc/>
    public override PageKind Kind => kind ??= PageKind.At(HttpContext.Request.Path.Value ?? "", RouteData.Values.ContainsKey("date"))!;

    /// <inheritdoc/>
    public override string Caption => Kind == PageKind.Decision ? $"{Kind.Title} {Head.Reference}" : Kind.Title;

    /// <inheritdoc/>
    public override Status Status => new("");

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs =>
        Kind == PageKind.Document
            ? [new Crumb(Name, Address)]
            : Kind.IsOfTheMap ? [new Crumb("Coverage", "/coverage"), new Crumb(Name, Address)]
            : [new Crumb(FieldWords.Capital(Kind == PageKind.Meeting ? PageKind.Board.Many : Kind.Many), Kind.ListAddress), new Crumb(Name, Address)];

    /// <summary>The record in a few words.</summary>
    public string Name => Kind == PageKind.Decision ? Head.Reference : Head.Title;

    /// <summary>Shows the page.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? date, string? body) =>
        ShowAsync(body, date is null ? slug : RecordAddress.SlugOf(slug, date));
}
