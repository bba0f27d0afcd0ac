using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.People;

/// <summary>Lets through whom the table <see cref="Access"/> admits, and tells everybody else what to do.</summary>
internal static class AccessGuard
{
    /// <summary>Where the error page finds why somebody was turned away.</summary>
    public const string Refusal = "refusal";

    public static void UseAccess(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            // Nothing is there, or not by this method; routing itself says so.
            await next(http);
            return;
        }

        var current = http.RequestServices.GetRequiredService<CurrentPerson>();
        if (Access.RowOf(endpoint, http.Request.Method, Handler(http, endpoint)) is not { } row)
        {
            // A page that is there, asked in a way that it does not answer.
            http.Response.StatusCode = Access.IsKnown(endpoint) ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
            return;
        }

        if (IsFromElsewhere(http.Request))
        {
            Refuse(http, "This was sent from another site. Open the page here and do it again.");
            return;
        }

        if (!row.Who.Admits(current.Standing))
        {
            TurnAway(http, current, row);
            return;
        }

        if (!row.Who.IsEveryone && current.LacksProof && !http.Request.Path.StartsWithSegments("/desk/account", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Redirect("/desk/account/codes");
            return;
        }

        if (row is { Grave: true, KeepsWords: false } && current.Standing!.ProvedAt + Access.Fresh < http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)
        {
            http.Response.Redirect($"/sign-in/again?back={Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : http.Request.Path)}");
            return;
        }

        await next(http);
    });

    /// <summary>Whether a browser says that another site made it send this (Fetch Metadata; else the Origin header).</summary>
    public static bool IsFromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Handler(HttpContext http, Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null ? null
        : http.Request.RouteValues["handler"] as string ?? (http.Request.Query["handler"].ToString() is { Length: > 0 } named ? named : null);

    private static void TurnAway(HttpContext http, CurrentPerson current, AccessRow row)
    {
        if (current.Standing is null && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            http.Response.Redirect(SignInAddress.With(http.Request.Path + http.Request.QueryString));
        else if (current.Standing is null)
            Refuse(http, "You are not signed in any more. Sign in, go back and send it again.");
        else if (current.Standing.Grounds.Count == 0)
            Refuse(http, "You hold no role today. Ask whoever keeps the people of this register.");
        else
            Refuse(http, $"This is for {string.Join(", ", (row.Who.Roles ?? []).Select(role => Core.People.Roles.Words(role)))}.");
    }

    private static void Refuse(HttpContext http, string why)
    {
        http.Items[Refusal] = why;
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
