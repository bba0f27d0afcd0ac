namespace Goldthread.Commands;

/// <summary>A setting that cannot hold, in a sentence that names it and says how it looks: nothing starts with it.</summary>
internal sealed class SettingException(string message) : Exception(message);
