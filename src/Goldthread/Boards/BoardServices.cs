using Goldthread.Register.Boards;

namespace Goldthread.Boards;

/// <summary>What running boards needs, set up in one place.</summary>
internal static class BoardServices
{
    public static void AddBoards(this IServiceCollection services)
    {
        services.AddSingleton<ActionService>();
        services.AddSingleton<FoundActions>();
        services.AddSingleton<BoardService>();
        services.AddSingleton<MinutesService>();
        services.AddSingleton<MinutesSteps>();
        services.AddScoped<ActionLines>();
        services.AddScoped<OwnerNames>();
    }
}
