using System.Globalization;
using Goldthread.Site.Bench;

// What run.sh and load.sh need: see there.
return args switch
{
    ["fill", var folder, var records] => await Fill.RegisterAsync(folder, null, Number(records)),
    ["fill", var folder, var records, var database] => await Fill.RegisterAsync(folder, database, Number(records)),
    ["documents", var folder, var count] => await Fill.DocumentsAsync(folder, Number(count)),
    ["uncached", var site, var records] => await Uncached.RunAsync(new Uri(site), Number(records)),
    ["weight", var site, .. var paths] => await Weight.RunAsync(new Uri(site), paths),
    ["load", var site, var rate, var seconds, var records] => await new Load(new Uri(site), Number(rate), TimeSpan.FromSeconds(Number(seconds)), Number(records)).RunAsync(),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("usage: fill FOLDER RECORDS [CONNECTION] | documents FOLDER COUNT | uncached SITE RECORDS | weight SITE PATH… | load SITE RATE SECONDS RECORDS");
    return 2;
}
