using System.CommandLine;
using Goldthread.Pathways;

var root = new RootCommand("Goldthread: a public strategy against violence against women and girls, kept in the open.")
{
    PathwaysCommand.Create(),
};
var command = root.Parse(args);
var status = await command.InvokeAsync();
return command.Errors.Count > 0 ? 2 : status;
