using Goldthread.Core.Records;

namespace Goldthread.Core.Organisations;

/// <summary>What lists show of an organisation.</summary>
public static class OrganisationColumns
{
    /// <summary>The columns: its full name.</summary>
    public static Columns Of(Organisation organisation) => new(organisation.Name);
}
