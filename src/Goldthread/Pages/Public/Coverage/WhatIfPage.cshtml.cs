using Goldthread.Core.Pathways.WhatIfs;
using Goldthread.Core.Publishing;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Coverage;

/// <summary>The page of a what-if as a record, for staff: a decision that rests on it leads here.</summary>
public sealed class WhatIfRecordModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own) : RecordPage<WhatIf>(view, addresses, own)
{
    /// <inheritdoc/>
    public override PageKind Kind => PageKind.WhatIf;

    /// <inheritdoc/>
    public override string Caption => "What if";

    /// <inheritdoc/>
    public override Status Status => new($"{Wording.Number(RecordContent.Changes.Count)} {(RecordContent.Changes.Count == 1 ? "entry" : "entries")} otherwise");

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts =>
        [new Fact("Against the map of", Wording.Instant(RecordContent.Against), $"Its mark {RecordContent.Mark}"), new Fact("Looks at", Wording.Date(RecordContent.Day)), .. View.Reader.Audience == Audience.Staff ? [new Fact("On the desk", "Try it again", Address: $"/desk/what-ifs/{Head.Slug}?again=true")] : Array.Empty<Fact>()];

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Coverage", "/coverage")];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);
}
