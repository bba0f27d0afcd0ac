using System.Security.Cryptography;
using System.Text;
using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Core.Rules;
using Goldthread.Register.History;
using Goldthread.Register.Publishing;
using Goldthread.Register.Records;

namespace Goldthread.Rules;

/// <summary>A file of the rules as it is in use.</summary>
/// <param name="Path">Its path inside the rules folder.</param>
/// <param name="Text">Its text.</param>
/// <param name="Own">The folder's own text; null where the folder has no such file.</param>
/// <param name="Changed">The record of the change, where an officer changed it.</param>
/// <param name="Basis">The hash of the folder's file that the change was made from.</param>
internal sealed record RuleInUse(string Path, string Text, string? Own, RecordHead? Changed, string? Basis)
{
    /// <summary>As it stands in an address.</summary>
    public string Slug => RuleFile.SlugOf(Path);

    /// <summary>Its title, with a capital.</summary>
    public string Title => Site.FieldWords.Capital(RuleFiles.TitleOf(Path));

    /// <summary>Whether the folder's own file is another one than when the officer changed it: a new version of the program brought one.</summary>
    public bool IsOvertaken => Changed is not null && Basis != Mark(Own);

    /// <summary>The hash of a file's text; of no file, that of nothing.</summary>
    public static string Mark(string? text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "")));
}

/// <summary>The rules as officers see and change them.</summary>
internal sealed class RuleDesk(RegisterDatabase database, RegisterView view)
{
    /// <summary>No file is longer; what is, is no rule.</summary>
    public const int Longest = 200_000;

    /// <summary>Every file in use, those that officers may change first.</summary>
    public async Task<IReadOnlyList<RuleInUse>> FilesAsync(CancellationToken stop)
    {
        var own = RulesFolder.Files(RulesFolder.Default);
        var changed = (await RulesFolder.ChangedAsync(database, stop)).ToDictionary(file => file.File.Path, StringComparer.Ordinal);
        return
        [
            .. own.Keys.Union(changed.Keys, StringComparer.Ordinal)
                .OrderByDescending(RuleFiles.IsForOfficers).ThenBy(path => path, StringComparer.Ordinal)
                .Select(path => changed.TryGetValue(path, out var by)
                    ? new RuleInUse(path, by.File.Text, own.GetValueOrDefault(path), by.Head, by.File.Basis)
                    : new RuleInUse(path, own[path], own[path], null, null)),
        ];
    }

    /// <summary>Tries a text in the place of a file.</summary>
    public async Task<RuleTrial> TryAsync(IReadOnlyList<RuleInUse> files, RuleInUse file, string text, CancellationToken stop) =>
        await RuleTrial.RunAsync(view, files.ToDictionary(each => each.Path, each => each.Text, StringComparer.Ordinal), RuleFile.Of(file.Path, text, ""), stop);

    /// <summary>Saves a text as a revision of the file's record.</summary>
    /// <param name="file">The file as the officer had it before her.</param>
    /// <param name="text">The text.</param>
    /// <param name="revision">The revision that she had before her, 0 where nobody had changed it.</param>
    /// <param name="who">Who saves.</param>
    /// <param name="why">Why.</param>
    /// <param name="stop">Stops the save.</param>
    public async Task<SaveOutcome> SaveAsync(RuleInUse file, string text, int revision, string who, string why, CancellationToken stop) =>
        await new RegisterWriter(database).SaveAsync(new Change
        {
            Kind = RecordKinds.Rule,
            Body = RecordKind.CommonBody,
            Reference = file.Path,
            Content = RuleFile.Of(file.Path, text, RuleInUse.Mark(file.Own)),
            Visibility = Audience.Public,
            Who = who,
            Process = "rules",
            Reason = why,
            ExpectedRevision = revision,
        }, stop);
}
