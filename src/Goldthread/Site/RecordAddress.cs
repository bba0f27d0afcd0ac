using Goldthread.Core.Records;
using Microsoft.Extensions.Options;

namespace Goldthread.Site;

/// <summary>Where a record's page is. The one place that knows addresses.</summary>
/// <remarks>
/// The register's own body is <c>/decisions/pcd-542</c>, another's
/// <c>/bodies/west-midshire-pcc/decisions/2021-034</c>. A slug may have several parts
/// (<c>london-vawg-board/2022-03-07</c>).
/// </remarks>
public sealed class RecordAddress(IOptions<BodySettings> body)
{
    /// <summary>The address of a record's page; null for a kind without pages.</summary>
    public string? Of(RecordHead head) => PageKind.Of(head.Kind) is { } kind ? Of(head.Body, kind, head.Slug) : null;

    /// <summary>Stands where a board's name would, for minutes and notes that name no board or no day.</summary>
    public const string Undated = "undated";

    /// <summary>The slug in the register of what has two parts in its address.</summary>
    public static string SlugOf(string board, string day) => board == Undated ? day : $"{board}/{day}";

    /// <summary>The address of the record of this body, kind and slug.</summary>
    public string Of(string ofBody, PageKind kind, string slug)
    {
        if (kind.ByDay && !slug.Contains('/', StringComparison.Ordinal))
        {
            slug = $"{Undated}/{slug}";
        }

        var path = $"/{kind.Folder}/{string.Join('/', slug.Split('/').Select(Uri.EscapeDataString))}";
        return ofBody == body.Value.Id || ofBody == RecordKind.CommonBody ? path : $"/bodies/{Uri.EscapeDataString(ofBody)}{path}";
    }
}
