using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Goldthread.Desk.Bench;
using Goldthread.Register.Bench;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.Identity;

// dotnet run -c Release --project bench/desk -- PROGRAM [--database "Host=…"] [--records N] [--people N] [--asks N] [--rounds N] [--port N]
// PROGRAM is goldthread.dll as built or published.
string Option(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : otherwise;
int Number(string name, int otherwise) => int.Parse(Option(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

var database = Option("--database", "");
var (records, people, asks, rounds, port) = (Number("--records", 1000), Number("--people", 1000), Number("--asks", 10_000), Number("--rounds", 200), Number("--port", 5188));
var folder = Directory.CreateTempSubdirectory("goldthread-desk-bench-").FullName;
await File.WriteAllTextAsync(Path.Combine(folder, "settings.json"), $$"""{ "Body": { "Id": "{{Decisions.Body}}" } }""");
var register = new RegisterDatabase(folder, database.Length > 0 ? database : null);
var filled = await Fill.RunAsync(register, records, people, asks);
var sessions = new Sessions(register, new SessionLimits(TimeSpan.FromHours(1), TimeSpan.FromHours(12)));
var random = new Random(20261122);
var keys = new List<string>();
for (var i = 0; i < Math.Min(rounds, people); i++)
    keys.Add(await sessions.BeginAsync(filled.People[random.Next(people)].Id, "code", "bench"));

var start = new ProcessStartInfo("dotnet", [args[0], "serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}", .. database.Length > 0 ? new[] { "--database", database } : []]) { RedirectStandardOutput = true, UseShellExecute = false };
start.Environment["SignIn__TriesPerAddress"] = "100000"; // all come from one address here
using var site = Process.Start(start)!;
try
{
    using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    for (var i = 0; ; i++)
    {
        try
        {
            if ((await client.GetAsync("/about")).IsSuccessStatusCode)
                break;
        }
        catch (HttpRequestException) when (i < 300)
        {
            await Task.Delay(200);
        }
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records:N0} records, {people:N0} people, {asks:N0} asks on {(database.Length > 0 ? "PostgreSQL" : "SQLite")}; milliseconds, one after another"));
    Console.WriteLine($"{"",-38}{"requests",10}{"median",10}{"p95",10}{"slowest",10}");
    await MeasureAsync("public page, cached", _ => GetAsync("/decisions/pcd-1", null));
    await MeasureAsync("public page, asked for once", i => GetAsync(string.Create(CultureInfo.InvariantCulture, $"/decisions/pcd-{2 + i}"), null));
    await MeasureAsync("/desk", i => GetAsync("/desk", keys[i % keys.Count]));
    await MeasureAsync("public page, signed in", i => GetAsync("/decisions/pcd-1", keys[i % keys.Count]));
    await MeasureAsync("sign-in, GET", _ => GetAsync("/sign-in", null));
    await MeasureAsync("sign-in, POST with the password", SignInAsync, Math.Min(rounds, 100));
    var hasher = new PasswordHasher<PersonRow>();
    var (person, hash) = (new PersonRow(), hasher.HashPassword(new PersonRow(), filled.Password));
    await MeasureAsync("  of which hashing it, in this process", _ => Task.FromResult(hasher.VerifyHashedPassword(person, hash, filled.Password) == PasswordVerificationResult.Failed ? throw new InvalidOperationException() : 0.0), Math.Min(rounds, 100));

    async Task MeasureAsync(string what, Func<int, Task<double>> ask, int? times = null)
    {
        for (var i = 0; i < 20; i++)
            await ask(i);
        var took = new List<double>();
        for (var i = 0; i < (times ?? rounds); i++)
        {
            var begun = Stopwatch.GetTimestamp();
            var own = await ask(i + 20);
            took.Add(own > 0 ? own : Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        took.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-38}{took.Count,10:N0}{took[took.Count / 2],10:N1}{took[(int)(took.Count * 0.95)],10:N1}{took[^1],10:N1}"));
    }

    async Task<double> GetAsync(string address, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (key is not null)
            request.Headers.Add("Cookie", $"goldthread={key}");
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{address}: {(int)answer.StatusCode}");
        return 0;
    }

    // Only the POST counts; the form and its token are fetched before.
    async Task<double> SignInAsync(int round)
    {
        using var form = await client.GetAsync("/sign-in");
        var token = Regex.Match(await form.Content.ReadAsStringAsync(), "__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("email", filled.People[0].Email), new("password", filled.Password), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", form.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        var begun = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.Redirect ? took : throw new InvalidOperationException($"sign-in: {(int)answer.StatusCode}");
    }
}
finally
{
    site.Kill();
    await site.WaitForExitAsync();
    register.Dispose();
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}
