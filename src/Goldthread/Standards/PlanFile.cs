using Goldthread.Publishing;

namespace Goldthread.Standards;

/// <summary>The plan as a file of rows.</summary>
internal static class PlanFile
{
    public const string Address = "/standards/plan.csv";

    private static readonly string[] Columns =
        ["organisation", "borough", "standard", "number", "statement", "answer", "answered", "action", "owner", "due", "done", "what_was_done", "cost", "stands"];

    public static void MapPlan(this IEndpointRouteBuilder app) =>
        app.MapGet(Address, async (HttpContext http, StandardsRegister register) =>
            {
                var lines = PlanLine.All(await register.AllAsync(http.RequestAborted), http.Request.Query["organisation"] is [{ Length: > 0 } organisation] ? organisation : null);
                http.Response.ContentType = "text/csv; charset=utf-8";
                http.Response.Headers.AccessControlAllowOrigin = "*";
                http.Response.Headers.CacheControl = "no-cache";
                http.Response.Headers.ContentDisposition = "attachment; filename=standards-plan.csv";
                await using var writer = new StreamWriter(http.Response.Body, CsvLines.Encoding);
                var csv = new CsvLines(writer);
                await csv.WriteAsync(Columns);
                foreach (var line in lines)
                {
                    var (statement, answer) = (line.Row.Statement, line.Row.Answer!);
                    await csv.WriteAsync(
                        line.Of.Name, line.Answers.Borough, statement.Level.ToString().ToLowerInvariant(), statement.Number, answer.Wording, StandardsWords.Say(answer.Answer), answer.On,
                        line.Action?.What, line.Action?.Owner, line.Action?.Due, line.Action?.DoneOn, line.Action?.Done, statement.Cost, line.Stands(register.Today));
                }
            })
            .WithSummary("CSV: the plan drawn from what organisations do not meet of the standards; organisation for one alone");
}
