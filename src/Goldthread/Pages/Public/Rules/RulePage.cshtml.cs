using Goldthread.Core.Rules;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Rules;

/// <summary>The page of a rules file that was changed here: its entries and its text.</summary>
public sealed class RuleModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own)
    : RecordPage<RuleFile>(view, addresses, own)
{
    /// <summary>Its entries; null where it has none to show.</summary>
    public RuleTable? Table { get; private set; }

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Rule;

    /// <inheritdoc/>
    public override string Caption => "Rule";

    /// <inheritdoc/>
    public override Status Status => new("In use", Quiet: true);

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts => [new Fact("File", Head.Reference), new Fact("Last changed", Wording.Day(Head.ChangedAt))];

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Rules", "/rules")];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <summary>Shows the rule.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override Task LoadedAsync()
    {
        Table = RuleTable.Of(RecordContent.Path, RecordContent.Text);
        return Task.CompletedTask;
    }
}
