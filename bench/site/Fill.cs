using System.Globalization;
using Goldthread.Register.Bench;
using Goldthread.Register.History;
using Goldthread.Register.Records;

namespace Goldthread.Site.Bench;

/// <summary>What is measured on: a register of generated decisions, and generated documents to bring into it.</summary>
internal static class Fill
{
    /// <summary>Fills a data folder's register with so many decisions, in place of nothing: what is there already stays.</summary>
    public static async Task<int> RegisterAsync(string folder, string? database, int records)
    {
        var register = new RegisterDatabase(folder, database);
        await register.MigrateAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "settings.json"), $$"""{ "Body": { "Id": "{{Decisions.Body}}", "Name": "Generated register" } }""");
        var decisions = new Decisions(seed: 20261121);
        var writer = new RegisterWriter(register);
        foreach (var batch in Enumerable.Range(1, records).Chunk(500))
            await writer.SaveAsync([.. batch.Select(decisions.Change)]);
        return 0;
    }

    /// <summary>Writes so many decisions as text documents, each with a reference that no generated record has.</summary>
    public static async Task<int> DocumentsAsync(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(20261122);
        for (var i = 1; i <= count; i++)
            await File.WriteAllTextAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"decision-{i:00000}.txt")), Document(500_000 + i, random));
        return 0;
    }

    private static string Document(int number, Random random) =>
        $"""
        REQUEST FOR DMPC DECISION - PCD {number}

        Title: Lighting and advocacy near {random.Next(2, 90)} stations

        Executive Summary:

        Residents asked for better lighting near {random.Next(2, 90)} stations. This illustrative decision asks for the money.

        Recommendation:

        That DMPC approve revenue expenditure of £{random.Next(10, 900)},000 in 2022/23 on lighting and advocacy.

        Signature

        Date

        {random.Next(1, 28):00}/{random.Next(1, 12):00}/{random.Next(15, 25)}

        1. Introduction and background

        1.1. The stations are dark after work. This follows decision PCD {random.Next(1, 100_000)}.

        1.2. Survivors of violence against women and girls asked for it in {random.Next(3, 30)} interviews.

        2. Issues for consideration

        2.1. The work takes {random.Next(4, 40)} weeks.

        3. Financial Comments

        3.1. The cost falls in 2022/23 and is met from the fund.

        4. Legal Comments

        4.1. Under paragraph 4.8 of the Scheme of Consent and Delegation the award is for the Deputy Mayor.

        5. Equality Comments

        5.1. Better lighting helps those who feel least safe.

        6. Background/supporting papers

        None.
        """;
}
