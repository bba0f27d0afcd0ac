using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Records;

namespace Goldthread.Core.Pathways.Entries;

/// <summary>Ids of a map in addresses.</summary>
public static class MapId
{
    private const int Longest = 80;

    /// <summary>
    /// An id as it stands in an address: itself where it is made of small letters, digits and dashes, else its nearest such
    /// form and the beginning of its hash, so that ids that differ in anything have different addresses.
    /// </summary>
    public static string SlugOf(string id)
    {
        var plain = Slug.Of(id).Replace('/', '-');
        if (plain == id && plain.Length <= Longest)
            return plain;
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..10];
        return plain.Length == 0 ? mark : $"{plain[..Math.Min(plain.Length, Longest)]}-{mark}";
    }
}
