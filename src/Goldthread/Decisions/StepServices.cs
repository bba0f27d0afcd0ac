using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Due;
using Goldthread.Register.Records;

namespace Goldthread.Decisions;

/// <summary>What taking decisions through their steps needs, set up in one place.</summary>
internal static class StepServices
{
    public static void AddDraftSteps(this IServiceCollection services)
    {
        services.AddSingleton(provider => new DraftFlowService(provider.GetRequiredService<RegisterDatabase>(), Access.Fresh));
        services.AddSingleton<DraftAdvice>();
        services.AddSingleton<DraftHistory>();
        services.AddSingleton<DraftAuthorities>();
        services.AddSingleton<DraftSteps>();
        services.AddScoped<Notices>();
        services.AddSingleton<IDueWork, PublishDecisionWork>();
    }
}
