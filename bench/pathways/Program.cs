using System.Globalization;
using System.Runtime.Intrinsics;
using Goldthread.Core.Pathways;
using Goldthread.Core.Pathways.Engine;
using Goldthread.Core.Pathways.Reading;
using Goldthread.Pathways.Bench;

if (args.Length < 1 || !Directory.Exists(args[0]))
{
    Console.Error.WriteLine("usage: pathways-bench FOLDER [runs] [part…]   parts: engine, block, peer, curves, reference, sql:PROFILES; all but the last two if none is named");
    return 2;
}
var files = MapReader.Files.Where(file => File.Exists(Path.Combine(args[0], file)))
    .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(args[0], file)), StringComparer.Ordinal);
var map = MapReader.Read(files).Map ?? throw new InvalidDataException("The map has errors.");
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var parts = args.Skip(2).ToHashSet(StringComparer.Ordinal);
var question = new Question { Day = new DateOnly(2022, 9, 30), Until = new DateOnly(2023, 4, 30) };
if (parts.FirstOrDefault(part => part.StartsWith("sql:", StringComparison.Ordinal)) is { } sql)
{
    var postgres = new Postgres(map, question, int.Parse(sql[4..], CultureInfo.InvariantCulture));
    postgres.Write(Console.Out);
    postgres.WriteExpected(Console.Error);
    return 0;
}
bool Wants(string part) => parts.Count == 0 || parts.Contains(part);

Console.WriteLine($"{Machine.Processor()}, {Environment.ProcessorCount} cores, vectors of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits, .NET {Environment.Version}");
Console.WriteLine($"{map.ProfileCount:N0} profiles, {map.Doors.Count:N0} doors, {map.Services.Count:N0} services, {map.Links.Count:N0} links, {map.Needs.Count} needs; median of {runs} (least to most)");
if (Wants("engine"))
{
    EngineBench.Run(map, question, runs);
}
if (Wants("peer"))
{
    PeerBench.Run(map, question, runs);
}
if (Wants("block"))
{
    EngineBench.RunBlockSizes(map, question, runs);
}
if (Wants("curves"))
{
    Curves.Run(map, question, runs);
}
if (parts.Contains("reference"))
{
    new Reference(map, question).Write("reference.json", "unreached.bin");
}
return 0;
