namespace Goldthread.Core.Pathways.Reading;

/// <summary>Reads <c>shares.csv</c>: for each dimension, the share of people who have each value.</summary>
internal static class SharesReader
{
    /// <summary>How far from 1 the shares of a dimension may add up: a millionth, and a hair for the rounding of the sum.</summary>
    private const double Tolerance = 1e-6 + 1e-12;

    public static IReadOnlyList<double[]> Read(MapTable table, DimensionsReader dimensions)
    {
        var all = dimensions.All;
        var shares = all.Select(dimension => new double?[dimension.Values.Count]).ToList();
        var firstRow = new CsvField?[all.Count];
        var sound = all.Select(_ => true).ToArray();
        foreach (var row in table.Rows())
        {
            if (!row.Whole || row["dimension"] is not { } dimension || row["value"] is not { } value
                || dimensions.Find(table, dimension, value) is not { } place)
            {
                continue;
            }
            firstRow[place.Dimension] ??= dimension;
            var share = row["share"] is { } field ? Fields.Share(table, field) : null;
            sound[place.Dimension] &= share is not null;
            if (shares[place.Dimension][place.Value] is not null)
            {
                table.Error(value, $"value: \"{value.Text}\" of \"{dimension.Text}\" stands twice.");
            }
            shares[place.Dimension][place.Value] = share ?? 0;
        }
        for (var d = 0; d < all.Count && table.Has("dimension") && table.Has("value") && table.Has("share"); d++)
        {
            CheckDimension(table, all[d], shares[d], firstRow[d], sound[d]);
        }
        return [.. shares.Select(values => values.Select(value => value ?? 0).ToArray())];
    }

    private static void CheckDimension(MapTable table, Dimension dimension, double?[] shares, CsvField? firstRow, bool sound)
    {
        var place = firstRow ?? new CsvField("", 1, 1);
        var missing = dimension.Values.Where((_, v) => shares[v] is null).ToList();
        foreach (var value in missing)
        {
            table.Error(place, $"value: there is no row for \"{value}\" of \"{dimension.Name}\".");
        }
        var sum = shares.Sum(share => share ?? 0);
        if (sound && missing.Count == 0 && Math.Abs(sum - 1) > Tolerance)
        {
            table.Error(place, $"share: the shares of \"{dimension.Name}\" add up to {sum:R}, not to 1.");
        }
    }
}
