using Goldthread.Commands;
using Goldthread.Core.Records;
using Goldthread.Register.Publishing;

namespace Goldthread.History;

/// <summary>Finds the record that a person means by a reference typed in any way.</summary>
internal static class FindRecord
{
    /// <summary>The record, or null after a line that says what was found instead.</summary>
    public static async Task<RecordHead?> OneAsync(RegisterView view, string reference, CancellationToken stop)
    {
        var found = await view.ReferredToAsync(reference, stop);
        switch (found.Count)
        {
            case 1:
                return found[0];
            case 0:
                RegisterOptions.Fail($"There is no record '{reference}'. `goldthread show` takes a reference such as 'PCD 542' or the end of a page's address.");
                return null;
            default:
                RegisterOptions.Fail($"'{reference}' may be any of {string.Join(", ", found.Select(head => $"{head.Kind}/{head.Body}/{head.Slug}"))}. Give one of these.");
                return null;
        }
    }
}
