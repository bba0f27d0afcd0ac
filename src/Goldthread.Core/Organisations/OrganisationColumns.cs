using Goldthread.Core.Publishing;
using Goldthread.Core.Records;

namespace Goldthread.Core.Organisations;

/// <summary>What lists show of an organisation.</summary>
public static class OrganisationColumns
{
    /// <summary>The field that holds each of its names, the full one first, as a name stands in an address.</summary>
    public const string Name = "name";

    /// <summary>The columns: its full name.</summary>
    public static Columns Of(Organisation organisation) => new(organisation.Name)
    {
        Fields =
        [
            .. organisation.Aliases.Prepend(organisation.Name).Select(Slug.Of).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)
                .Select(name => new Field(Name, name, Audience: Audience.Public)),
        ],
    };
}
