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

        if (!row.FromAnywhere && IsFromElsewhere(http.Request))
        {
            Refuse(http, "This was sent from another site. Open the page here and do it again.");
            return;
        }

        if (!row.Who.Admits(current.Standing))
        {
            await TurnAwayAsync(http, endpoint, current, row);
            return;
        }

        if (!row.Who.IsEveryone && current.LacksProof && !http.Request.Path.StartsWithSegments("/desk/account", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Redirect("/desk/account/codes");
            return;
        }

        if (row.Grave && current.Standing!.ProvedAt + Access.Fresh < http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime)
        {
            var kept = await http.RequestServices.GetRequiredService<FormKeeper>().KeepAsync(http, endpoint, current.Standing.Person);
            http.Response.Redirect($"/sign-in/again?back={Uri.EscapeDataString(BackOf(http.Request))}{(kept ? "&kept=true" : "")}");
            return;
        }

        if (HttpMethods.IsPost(http.Request.Method) && !row.FromAnywhere)
            await http.RequestServices.GetRequiredService<FormKeeper>().ForgetAsync(http);

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

    private static async Task TurnAwayAsync(HttpContext http, Endpoint endpoint, CurrentPerson current, AccessRow row)
    {
        if (current.Standing is null && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            http.Response.Redirect(SignInAddress.With(BackOf(http.Request)));
        else if (current.Standing is null && await WhoseAsync(http) is { } person && await http.RequestServices.GetRequiredService<FormKeeper>().KeepAsync(http, endpoint, person))
            http.Response.Redirect(SignInAddress.With(BackOf(http.Request), kept: true));
        else if (current.Standing is null)
            Refuse(http, "You are not signed in any more. Sign in, go back and send it again.");
        else if (current.Standing.Grounds.Count == 0)
            Refuse(http, "You hold no role today. Ask whoever keeps the people of this register.");
        else
            Refuse(http, $"This is for {string.Join(", ", (row.Who.Roles ?? []).Select(role => Core.People.Roles.Words(role)))}.");
    }

    private static async Task<Guid?> WhoseAsync(HttpContext http) => SessionHandler.KeyOf(http.Request) is { } key
        ? await http.RequestServices.GetRequiredService<Register.People.Sessions>().WhoseAsync(key, http.RequestAborted) : null;

    // The page that a form stands on: its handlers have no address of their own to come back to.
    private static string BackOf(HttpRequest request) => HttpMethods.IsPost(request.Method)
        ? request.Path + QueryString.Create(request.Query.Where(pair => !pair.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)))
        : request.Path + request.QueryString;

    private static void Refuse(HttpContext http, string why)
    {
        http.Items[Refusal] = why;
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
