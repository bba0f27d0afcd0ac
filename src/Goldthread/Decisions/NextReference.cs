using Goldthread.Core.Decisions;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Decisions;

/// <summary>How the body's own references begin.</summary>
public sealed class NextReference(RegisterView view, DraftReviews reviews, IOptions<BodySettings> own)
{
    private const string Otherwise = "D";
    private const int Latest = 20;

    /// <summary>As its latest decision's does, else as its scheme has it.</summary>
    public async Task<string> PrefixAsync(CancellationToken stop)
    {
        var latest = await view.ListAsync(new ListQuery(RecordKinds.Decision.Name, own.Value.Id, PageSize: Latest), stop);
        foreach (var head in latest.Rows)
            if (DecisionReference.TryParse(head.Reference, out var reference))
                return reference.Prefix;
        return (await reviews.RulesAsync(stop)).Schemes.SelectMany(scheme => scheme.Prefixes).FirstOrDefault() ?? Otherwise;
    }
}
