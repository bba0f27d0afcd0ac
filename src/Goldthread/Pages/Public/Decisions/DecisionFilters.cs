using System.Globalization;
using Goldthread.Core.Money;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;

namespace Goldthread.Pages.Public.Decisions;

/// <summary>How a list of decisions is narrowed and ordered, as it stands in the address of the page and of its files.</summary>
/// <param name="Year">Signed in this calendar year.</param>
/// <param name="Organisation">Naming this organisation, by its reference.</param>
/// <param name="Band">Asking for an amount in this band.</param>
/// <param name="Order">What comes first.</param>
public sealed record DecisionFilters(int? Year = null, string? Organisation = null, AmountBand? Band = null, ListOrder Order = ListOrder.Newest)
{
    /// <summary>The word of the order "largest" in an address.</summary>
    public const string Largest = "largest";

    /// <summary>Reads them from an address; false where one has a value that nothing can have.</summary>
    public static bool TryParse(IQueryCollection query, out DecisionFilters filters)
    {
        filters = new DecisionFilters();
        int? year = null;
        if (Text("year") is { } typed)
        {
            if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return false;
            year = number;
        }

        var band = AmountBand.Of(Text("amount"));
        if ((Text("amount") is not null && band is null) || Text("sort") is not (null or "newest" or Largest) || Text("organisation") is { Length: > 200 })
            return false;
        filters = new DecisionFilters(year, Text("organisation") is { } name ? Slug.Of(name) : null, band, Text("sort") == Largest ? ListOrder.Largest : ListOrder.Newest);
        return true;

        string? Text(string name) => query[name].FirstOrDefault() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Each filter by its name in the address, and what may stand there.</summary>
    public static IReadOnlyList<(string Name, string What)> InWords { get; } =
    [
        ("year", "Only those signed in this calendar year, such as 2021."),
        ("organisation", "Only those that name this organisation, by the last part of its address."),
        ("amount", $"Only those that ask for an amount in this range: {Wording.Join([.. AmountBand.All.Select(band => band.Name)])}."),
        ("sort", $"\"{Largest}\" for the largest amount first; the newest come first without it."),
    ];

    /// <summary>As they stand in an address.</summary>
    public IReadOnlyList<(string Name, string Value)> InAddress =>
    [
        .. Year is { } year ? [("year", year.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
        .. Organisation is { } organisation ? [("organisation", organisation)] : Array.Empty<(string, string)>(),
        .. Band is { } band ? [("amount", band.Name)] : Array.Empty<(string, string)>(),
        .. Order == ListOrder.Largest ? [("sort", Largest)] : Array.Empty<(string, string)>(),
    ];

    /// <summary>The address of the list under these filters.</summary>
    public string Address => Paging.AddressOf("/decisions", InAddress);

    /// <summary>The query; <paramref name="organisation"/> is the record of <see cref="Organisation"/>.</summary>
    public ListQuery ToQuery(string body, RecordHead? organisation, int page, int rows) =>
        new(PageKind.Decision.Name, body, Year, organisation?.Id, page, rows, Band?.AtLeast, Band?.Below, Order);

    /// <summary>What the list is called.</summary>
    public string Title(RecordHead? organisation) =>
        "Decisions"
        + (Year is { } year ? $" of {year.ToString(CultureInfo.InvariantCulture)}" : "")
        + (organisation is not null ? $" that name {organisation.Title}" : "")
        + (Band is { } band ? $", {char.ToLowerInvariant(band.Words[0])}{band.Words[1..]}" : "");
}
