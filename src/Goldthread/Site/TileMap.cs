using System.Globalization;
using Goldthread.Core.Rules;

namespace Goldthread.Site;

/// <summary>London drawn as one square for each borough, each with its short name and a figure.</summary>
/// <param name="Title">What the map shows.</param>
/// <param name="Tiles">The squares.</param>
public sealed record TileMap(string Title, IReadOnlyList<Tile> Tiles)
{
    /// <summary>The side of a square, in the units of the drawing.</summary>
    public const int Side = 100;

    /// <summary>How many shades there are; the last is the darkest.</summary>
    public const int Shades = 5;

    /// <summary>How many columns the map has.</summary>
    public int Columns => Tiles.Max(tile => tile.Borough.Tile.Column) + 1;

    /// <summary>How many rows the map has.</summary>
    public int Rows => Tiles.Max(tile => tile.Borough.Tile.Row) + 1;

    /// <summary>A map of shares, each from 0 to 1, by the names of boroughs; null where none of the names is a borough.</summary>
    public static TileMap? OfShares(string title, IReadOnlyList<Borough> boroughs, IReadOnlyDictionary<string, double> shares)
    {
        var tiles = boroughs.Where(borough => shares.ContainsKey(borough.Name))
            .Select(borough => new Tile(borough, Percent(shares[borough.Name]), (int)Math.Min(Shades - 1, shares[borough.Name] * Shades))).ToList();
        return tiles.Count == 0 ? null : new TileMap(title, tiles);
    }

    /// <summary>A share as people write it: never 100 % or 0 % where it is not quite all or nothing.</summary>
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.01 => "under 1 %",
        > 0.99 and < 1 => "over 99 %",
        _ => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) + " %",
    };
}

/// <summary>A square of a <see cref="TileMap"/>.</summary>
/// <param name="Borough">The borough.</param>
/// <param name="Figure">Its figure, in a few letters.</param>
/// <param name="Shade">Its shade, from 0, the lightest.</param>
public sealed record Tile(Borough Borough, string Figure, int Shade);
