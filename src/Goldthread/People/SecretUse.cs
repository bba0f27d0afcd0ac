using System.Xml.Linq;
using Goldthread.Following;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.People;

/// <summary>Something in the register that was encrypted with a secret.</summary>
/// <param name="Secret">The secret's name.</param>
/// <param name="OpensWith">Whether a key is the one.</param>
/// <param name="Without">What is lost without it, and what to do then.</param>
internal sealed record SecretUse(string Secret, Func<byte[], bool> OpensWith, string Without)
{
    /// <summary>What the register holds.</summary>
    public static async Task<IReadOnlyList<SecretUse>> OfAsync(RegisterDatabase database, CancellationToken stop)
    {
        await using var context = database.Open();
        var codes = await context.Set<IdentityUserToken<Guid>>().AsNoTracking().Where(token => token.Value != null).ToListAsync(stop);
        var keys = await context.CookieKeys.AsNoTracking().Select(row => row.Xml).ToListAsync(stop);
        var followers = await context.Followers.AsNoTracking().Select(row => new { row.Id, row.Box }).ToListAsync(stop);
        return
        [
            .. codes.Where(token => SealedCodes.IsSealed(token.Value!))
                .Select(token => new SecretUse(SealedCodes.Secret, key => SealedCodes.Opens(key, token), "Without it no code is right: whoever has no passkey is reset, and sets her app up anew.")),
            .. keys.SelectMany(xml => XElement.Parse(xml).Descendants("encrypted"))
                .Select(box => new SecretUse("cookie", key => SecretBox.Open(key, Convert.FromBase64String(box.Value)) is not null, "Without it forms that are open are refused once, and nothing else is lost.")),
            .. followers.Select(row => new SecretUse(FollowerBoxes.Secret, key => FollowerBoxes.Opens(key, row.Id, row.Box), "Without it nobody who follows by email gets one, and whoever still wants them asks anew.")),
        ];
    }
}
