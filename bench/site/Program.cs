using System.Globalization;
using Goldthread.Site.Bench;

// Helps run.sh and load.sh: see there.
return args switch
{
    ["fill", var folder, var records] => await Fill.RegisterAsync(folder, null, Number(records)),
    ["fill", var folder, var records, var database] => await Fill.RegisterAsync(folder, database, Number(records)),
    ["documents", var folder, var count] => await Fill.DocumentsAsync(folder, Number(count)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("usage: fill FOLDER RECORDS [CONNECTION] | documents FOLDER COUNT");
    return 2;
}
