using Goldthread.Core.Organisations;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Public.Organisations;

/// <summary>The page of an organisation: its names and everything it appears in.</summary>
public sealed class OrganisationModel(RegisterView view, RecordAddress addresses, IOptions<BodySettings> own, StandardsRegister standards)
    : RecordPage<Organisation>(view, addresses, own)
{
    private static readonly IReadOnlyList<PageKind> Kinds = [PageKind.Decision, PageKind.Meeting, PageKind.Workshop, PageKind.Document];

    private const int Foremost = 3;

    /// <summary>Further names it was found under.</summary>
    public IEnumerable<string> Spellings => RecordContent.Aliases.Skip(Foremost);

    /// <summary>What names it, by kind.</summary>
    public IReadOnlyList<(PageKind Kind, RecordList List)> Appears { get; private set; } = [];

    /// <summary>How it stands to the standards; null where it answered nothing yet.</summary>
    public OrganisationStanding? Standing { get; private set; }

    /// <inheritdoc/>
    public override PageKind Kind => PageKind.Organisation;

    /// <inheritdoc/>
    public override string Heading => RecordContent.Name.Length > 0 ? RecordContent.Name : Head.Title;

    /// <inheritdoc/>
    public override string Caption => "Organisation";

    /// <inheritdoc/>
    public override Status Status => Appears.Sum(each => each.List.Total) switch
    {
        0 => new Status("Named nowhere yet", Quiet: true),
        1 => new Status("Named in 1 record"),
        var many => new Status($"Named in {Wording.Number(many)} records"),
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Fact> Facts
    {
        get
        {
            var facts = new List<Fact>();
            if (RecordContent.Aliases.Count > 0)
            {
                facts.Add(new Fact("Also known as", string.Join(", ", RecordContent.Aliases.Take(Foremost))));
            }

            if (RecordContent.Type is { Length: > 0 } type)
            {
                facts.Add(new Fact("Type", char.ToUpperInvariant(type[0]) + type[1..]));
            }

            if (RecordContent.RegisteredNumbers.Count > 0)
            {
                facts.Add(new Fact("Registered as", string.Join(", ", RecordContent.RegisteredNumbers)));
            }

            return facts;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Crumb> Crumbs => [new Crumb("Organisations", "/organisations")];

    /// <inheritdoc/>
    public override IReadOnlyList<Place> Contents => [];

    /// <summary>Shows the organisation.</summary>
    public Task<IActionResult> OnGetAsync(string slug, string? body) => ShowAsync(body, slug);

    /// <inheritdoc/>
    protected override async Task LoadedAsync()
    {
        var appears = new List<(PageKind, RecordList)>();
        foreach (var kind in Kinds)
        {
            var list = await View.ListAsync(new ListQuery(kind.Name, LinkedTo: Head.Id, PageSize: 50), HttpContext.RequestAborted);
            if (list.Total > 0)
            {
                appears.Add((kind, list));
            }
        }

        Appears = appears;
        Standing = await standards.OfAsync(Head.Slug, HttpContext.RequestAborted) is { } standing && standing.All.Any(answers => answers.Stored is not null) ? standing : null;
    }
}
