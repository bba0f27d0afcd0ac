using System.Text.RegularExpressions;
using Goldthread.Tests.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Goldthread.Tests.People;

/// <summary>Everything that can be asked of a site, found in the program itself.</summary>
internal static partial class SiteCalls
{
    /// <summary>Every endpoint with each verb and handler that it answers to.</summary>
    public static async Task<IReadOnlyList<(Endpoint Endpoint, string Verb, string? Handler)>> AllAsync(TestSite site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var calls = new List<(Endpoint, string, string?)>();
        // The fallback finds files that the build has not listed; it has no row on purpose, and answers nobody.
        foreach (var endpoint in site.Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText != "{**path:file}"))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                calls.AddRange(compiled.HandlerMethods.Count == 0 ? [(endpoint, "GET", null)] : compiled.HandlerMethods.Select(handler => ((Endpoint)endpoint, handler.HttpMethod.ToUpperInvariant(), handler.Name)));
            }
            else
            {
                calls.AddRange((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(verb => verb != "HEAD").Select(verb => ((Endpoint)endpoint, verb, (string?)null)));
            }
        }

        return calls;
    }

    /// <summary>The route of an endpoint, as it is written in the program.</summary>
    public static string RouteOf(Endpoint endpoint) => "/" + ((RouteEndpoint)endpoint).RoutePattern.RawText!.TrimStart('/');

    /// <summary>An address of an endpoint, each of its parameters filled in.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="value">Gives the value of a parameter by its name and by what follows the name in the route.</param>
    public static string Fill(Endpoint endpoint, Func<string, string, string> value) =>
        Parameter().Replace(RouteOf(endpoint), match => value(match.Groups["name"].Value, match.Groups["rest"].Value));

    [GeneratedRegex(@"\{\*{0,2}(?<name>[a-zA-Z]+)(?<rest>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
