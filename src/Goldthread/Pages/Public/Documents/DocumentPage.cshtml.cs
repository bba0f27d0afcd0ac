using Goldthread.Core.Documents;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Documents;

/// <summary>The page of a document that nobody has recognised yet: that it is there, and nothing of its text.</summary>
public sealed class DocumentModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own)
    : RecordPage<Document>(view, addresses, own)
{
    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Document;

    /// <inheritdoc/>
    public override string Caption => "Document";

    /// <inheritdoc/>
    public override Status Status => new("Not recognised yet", Quiet: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts => [new Fact("In the register since", Wording.Day(Record!.History.Count > 0 ? Record.History[^1].At : Head.ChangedAt))];

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <summary>Shows the document.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);
}
