using Goldthread.Core.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.Rules;

/// <summary>The rules in a serving process: read anew when any process has changed one.</summary>
internal sealed class CurrentRules(RegisterDatabase database)
{
    private Held? held;

    /// <summary>The rules, or one sentence that says why they cannot be used. Costs one look at the register's end where nothing was saved.</summary>
    public async Task<(LoadedRules? Rules, string? Problem)> GetAsync(CancellationToken stop)
    {
        var end = (await database.For(Reader.Staff).EndAsync(stop)).Sequence;
        if (held is { } last && last.End == end)
            return (last.Rules, last.Problem);

        var changed = await RulesFolder.ChangedAsync(database, stop);
        var mark = string.Join(' ', changed.Select(file => FormattableString.Invariant($"{file.Head.Id}:{file.Head.Revision}")));
        if (held is not { } known || known.Mark != mark)
        {
            var (rules, problem) = RulesFolder.Load(RulesFolder.Default, [.. changed.Select(file => file.File)]);
            held = new Held(end, mark, rules, problem);
            return (rules, problem);
        }

        held = known with { End = end };
        return (known.Rules, known.Problem);
    }

    private sealed record Held(long End, string Mark, LoadedRules? Rules, string? Problem);
}
