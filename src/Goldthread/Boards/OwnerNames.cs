using Goldthread.Core.Organisations;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;

namespace Goldthread.Boards;

/// <summary>Finds who is meant by an owner as typed or minuted.</summary>
public sealed class OwnerNames(RegisterView view)
{
    /// <summary>The organisation that goes by the words, and its name; the words themselves where the register knows none.</summary>
    public async Task<(Ref<Organisation>? Organisation, string Name)> FindAsync(string words, CancellationToken stop)
    {
        var typed = string.Join(' ', words.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (typed.Length is 0 or > 200)
            return (null, typed.Length == 0 ? "" : typed[..200]);
        return await view.OrganisationAsync(typed, stop) is { } one
            ? (new Ref<Organisation>(one.Reference), one.Title)
            : (null, typed);
    }
}
