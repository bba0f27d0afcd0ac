namespace Goldthread.Commands;

/// <summary>What a body sets for itself, in <c>settings.json</c> of the data folder and in variables that begin with <c>GOLDTHREAD_</c>.</summary>
internal static class Settings
{
    /// <summary>Reads the settings; a file that is not there sets nothing. With the sample, its own come first.</summary>
    public static IConfiguration Load(string dataFolder, bool sample = false) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, sample ? "samples/london/settings.json" : "none"), optional: true)
        .AddJsonFile(Path.Combine(Path.GetFullPath(dataFolder), "settings.json"), optional: true)
        .AddEnvironmentVariables("GOLDTHREAD_")
        .Build();
}
