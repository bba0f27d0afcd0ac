using System.CommandLine;
using Goldthread.Readings;

var root = new RootCommand("Goldthread: the register of a public strategy against violence against women and girls.")
{
    ReadCommand.Create(),
};
var parsed = root.Parse(args);
var status = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? 2 : status;
