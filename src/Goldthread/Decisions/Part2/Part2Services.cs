using Goldthread.Register.Decisions.Part2;

namespace Goldthread.Decisions.Part2;

/// <summary>What the pages of confidential parts need. The type that reads them is none of it: a page makes it for one person and one request.</summary>
internal static class Part2Services
{
    public static void AddPart2(this IServiceCollection services)
    {
        services.AddSingleton<Part2List>();
        services.AddSingleton<Part2Readers>();
        services.AddSingleton<Part2Signing>();
    }
}
