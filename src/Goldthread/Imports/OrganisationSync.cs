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
    public async Task RunAsync(RuleBook rules, string who, CancellationToken stop)
    {
        var changes = rules.Organisations.Select(known => new Change
        {
            Kind = RecordKinds.Organisation,
            Body = RecordKind.CommonBody,
            Reference = known.Reference,
            Content = new Organisation { Name = known.Name, Aliases = known.Aliases, Type = known.Type, RegisteredNumbers = known.Numbers },
            Visibility = Audience.Public,
            Who = who,
            Process = "rules",
            Reason = "Kept in rules/organisations.csv.",
        });
        await new RegisterWriter(database).SaveAsync([.. changes], stop);
    }
}
