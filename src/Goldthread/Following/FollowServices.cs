using Goldthread.Register.Due;
using Goldthread.Register.Following;
using Goldthread.Register.Records;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Following;

/// <summary>What following by email needs, set up in one place.</summary>
internal static class FollowServices
{
    public static void AddFollowing(this IServiceCollection services)
    {
        services.AddSingleton<Followers>();
        services.AddSingleton<FollowerBoxes>();
        services.AddSingleton<FollowWords>();
        services.AddSingleton<FollowerMails>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<FollowerMails>());
        services.AddSingleton<IDueWork>(provider => new TellFollowersWork(provider.GetRequiredService<RegisterDatabase>(), provider.GetRequiredService<IOptions<BodySettings>>().Value.Id));
        services.AddSingleton<IDueWork>(provider => new MailFollowerWork(provider.GetRequiredService<RegisterDatabase>(), provider.GetRequiredService<FollowerMails>().SendAsync));
        services.AddSingleton<IDueWork, ForgetFollowerWork>();
    }
}
