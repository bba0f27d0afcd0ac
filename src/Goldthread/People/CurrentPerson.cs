using System.Globalization;
using System.Security.Claims;
using Goldthread.Core.People;
using Goldthread.Core.Publishing;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Goldthread.People;

/// <summary>Who makes the present request. Nobody, unless a session says otherwise: the register is then read for the public.</summary>
public sealed class CurrentPerson
{
    /// <summary>Who she is and what she may do; null for the public.</summary>
    public Standing? Standing { get; private set; }

    /// <summary>How she proved that it is she.</summary>
    public string Proof { get; private set; } = "";

    /// <summary>The name of her session.</summary>
    public string Session { get; private set; } = "";

    /// <summary>Whether a second proof is still missing: until then she reads what the public reads.</summary>
    public bool LacksProof { get; private set; }

    /// <summary>For whom the register is read.</summary>
    public Reader Reader => Standing is { } one && !LacksProof ? one.Reader : Reader.Public;

    /// <summary>Her name and office, as what she does is kept under.</summary>
    public string Who => Standing is { } one ? $"{one.Name}, {one.Office}" : "Nobody";

    /// <summary>Takes over what the session says.</summary>
    internal void Become(Standing standing, string proof, string session, bool lacksProof) => (Standing, Proof, Session, LacksProof) = (standing, proof, session, lacksProof);
}

/// <summary>Finds out who makes a request, where its browser has a session's cookie.</summary>
internal static class CurrentPersonSteps
{
    /// <summary>
    /// Asks who it is. Of the pages for survivors and of the files of the site it is never asked: there nobody is
    /// anybody.
    /// </summary>
    public static void UseCurrentPerson(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (SessionHandler.HasCookie(http.Request) && !SecurityHeaders.IsSupport(http.Request.Path) && !http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            var result = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
            if (result.Principal is { } principal && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
                && await http.RequestServices.GetRequiredService<PeopleService>().StandingAsync(person, http.RequestAborted) is { } standing)
            {
                http.User = principal;
                var at = DateTime.Parse(principal.FindFirstValue(SessionHandler.ProvedAt)!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
                var proof = principal.FindFirstValue(SessionHandler.Proof)!;
                var lacks = proof == "password" && !http.RequestServices.GetRequiredService<SignInSettings>().Sample;
                http.RequestServices.GetRequiredService<CurrentPerson>().Become(standing with { ProvedAt = at }, proof, principal.FindFirstValue(SessionHandler.Session)!, lacks);
            }
        }

        await next(http);
    });
}
