using Goldthread.Commands;
using Goldthread.Register.Decisions;
using Goldthread.Register.Records;
using Goldthread.Rules;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Goldthread.Decisions;

/// <summary>What drafting decisions needs, set up in one place.</summary>
internal static class DraftServices
{
    public static void AddDrafts(this IServiceCollection services)
    {
        services.TryAddSingleton<DraftService>();
        services.TryAddSingleton<DraftLists>();
        services.TryAddSingleton<DraftOwners>();
        services.TryAddSingleton<DraftComments>();
        services.TryAddScoped<NextReference>();
        services.TryAddSingleton(provider =>
        {
            var current = provider.GetRequiredService<CurrentRules>();
            return new DraftReviews(async stop =>
            {
                var (rules, problem) = await current.GetAsync(stop);
                return rules is null ? throw new SettingException(problem!) : new DraftRulesNow(rules.Book, rules.Reader(), rules.Names);
            }, new DraftSplitting(provider.GetRequiredService<RegisterDatabase>()));
        });
    }
}
