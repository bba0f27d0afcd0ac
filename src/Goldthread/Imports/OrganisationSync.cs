using Goldthread.Core.Organisations;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.History;
using Goldthread.Register.Records;

namespace Goldthread.Imports;

/// <summary>Brings the organisations of <c>rules/organisations.csv</c> into the register; a corrected line is a revision.</summary>
internal sealed class OrganisationSync(RegisterDatabase database)
{
    /// <summary>Saves what is new or was corrected; where nothing was, it costs one query.</summary>
    public async Task RunAsync(RuleBook rules, string who, CancellationToken stop)
    {
        var kind = RecordKinds.Organisation;
        var there = await database.For(Reader.Staff).BodiesAsync(kind.Name, stop);
        var changes = rules.Organisations
            .Select(known => (known.Reference, Content: new Organisation { Name = known.Name, Aliases = known.Aliases, Type = known.Type, RegisteredNumbers = known.Numbers }))
            .Where(known => there.GetValueOrDefault(kind.SlugOf(known.Reference)) != kind.Write(known.Content))
            .Select(known => new Change
            {
                Kind = kind,
                Body = RecordKind.CommonBody,
                Reference = known.Reference,
                Content = known.Content,
                Visibility = Audience.Public,
                Who = who,
                Process = "rules",
                Reason = "Kept in rules/organisations.csv.",
            })
            .ToList();
        if (changes.Count > 0)
            await new RegisterWriter(database).SaveAsync(changes, stop);
    }
}
