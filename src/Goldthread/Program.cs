using Goldthread.Commands;

return await CommandLine.RunAsync(args);

/// <summary>The program; tests start its web site through this type.</summary>
public partial class Program;
