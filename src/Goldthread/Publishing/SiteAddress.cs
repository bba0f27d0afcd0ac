using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Publishing;

/// <summary>What stands before an address of this site where it leaves the site, such as <c>https://register.example.org</c>.</summary>
internal static class SiteAddress
{
    /// <summary>The address that the body has set, else the one that was asked.</summary>
    public static string Origin(HttpContext http)
    {
        var set = http.RequestServices.GetRequiredService<IOptions<BodySettings>>().Value.Address;
        return set is { Length: > 0 } ? set.TrimEnd('/') : $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}";
    }
}
