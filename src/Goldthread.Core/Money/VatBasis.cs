namespace Goldthread.Core.Money;

/// <summary>Whether value added tax is in a sum.</summary>
public enum VatBasis
{
    /// <summary>Nobody said.</summary>
    Unknown = 0,

    /// <summary>The sum is without it.</summary>
    Excluded = 1,

    /// <summary>The sum is with it.</summary>
    Included = 2,

    /// <summary>No VAT is paid on it, as on a grant.</summary>
    None = 3,
}
