using System.CommandLine;
using Goldthread.Rules;

var root = new RootCommand("Goldthread: the record of a public strategy against violence against women and girls.");
foreach (var command in new[] { RulesCommand.Create() })
{
    root.Add(command);
}

// The library exits 1 on wrong usage; here 1 means that the work failed and 2 that it was asked for wrongly.
var parsed = root.Parse(args);
var status = parsed.Invoke();
return parsed.Errors.Count > 0 ? 2 : status;
