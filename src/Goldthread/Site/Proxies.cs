using System.Net;
using Goldthread.Commands;
using Microsoft.AspNetCore.HttpOverrides;

namespace Goldthread.Site;

/// <summary>
/// The proxies before the site, named in the setting <c>Site:Proxies</c> as addresses or networks (<c>10.0.0.5</c>,
/// <c>10.0.0.0/24</c>). Only what one of them says of the client's address and scheme is believed; from anybody else the same
/// headers mean nothing.
/// </summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var named = app.Configuration.GetSection("Site:Proxies").Get<string[]>() ?? [];
        if (named.Length == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in named)
            if (IPAddress.TryParse(one, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(one, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new SettingException($"Site:Proxies holds “{one}”, which is neither an address nor a network. It looks like 10.0.0.5 or 10.0.0.0/24.");
        app.UseForwardedHeaders(options);
    }
}
