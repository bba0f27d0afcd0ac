using Goldthread.Commands;
using Goldthread.Register.Decisions;
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
        services.TryAddSingleton<DraftComments>();
        services.TryAddScoped<NextReference>();
        services.TryAddSingleton(_ =>
        {
            var (rules, problem) = RulesFolder.Load();
            return rules is null ? throw new SettingException(problem!) : new DraftReviews(rules.Book, rules.Reader());
        });
    }
}
