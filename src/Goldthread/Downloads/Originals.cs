using System.Globalization;
using Goldthread.Core.Records;
using Goldthread.People;
using Goldthread.Register.People;
using Goldthread.Register.Publishing;
using Microsoft.Net.Http.Headers;

namespace Goldthread.Downloads;

/// <summary>
/// The files that records were read from, as they were given, for staff alone: such a file may hide what its pages do
/// not show. It is always saved and never opened in the browser.
/// </summary>
internal static class Originals
{
    /// <summary>Where they are.</summary>
    public const string Folder = "/desk/originals";

    /// <summary>The route of one, by record and revision.</summary>
    public const string Route = Folder + "/{record:guid}/{revision:int:min(1)}";

    private const int LongestName = 120;

    /// <summary>The address of the file that a state of a record was read from.</summary>
    public static string Address(Guid record, int revision) => FormattableString.Invariant($"{Folder}/{record}/{revision}");

    public static void MapOriginals(this IEndpointRouteBuilder app) =>
        app.MapGet(Route, async (HttpContext http, RegisterView view, Guid record, int revision) =>
        {
            var stop = http.RequestAborted;
            if (await view.HeadAsync(record, stop) is not { } head
                || await view.RevisionAsync(head.Body, head.Kind, head.Slug, revision, stop) is not { } state
                || RecordKinds.Get(head.Kind).ImportOf(state.Content) is not { } import
                || await view.OriginalAsync(import.Sha256, stop) is not { } original)
                return Results.StatusCode(StatusCodes.Status404NotFound);
            Openings.Note(http, state.Head, OpenedForms.Original);
            var name = new ContentDispositionHeaderValue("attachment");
            name.SetHttpFileName(SafeName(import.File));
            http.Response.Headers.ContentDisposition = name.ToString();
            http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Results.Bytes(original.Bytes, "application/octet-stream");
        }).ExcludeFromDescription();

    /// <summary>A name that leads nowhere and says nothing false: no folders, no signs that turn the direction of writing or move the line.</summary>
    public static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var kept = string.Concat(last.EnumerateRunes().Where(rune => Rune(rune.Value)).Select(rune => rune.ToString())).Trim().TrimStart('.').TrimEnd('.', ' ');
        if (kept.Length > LongestName)
        {
            var ending = Path.GetExtension(kept);
            ending = ending.Length is > 0 and <= 10 ? ending : "";
            var stem = kept[..(LongestName - ending.Length)];
            kept = (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem).TrimEnd() + ending;
        }

        return kept.Length == 0 ? "file" : kept;
    }

    private static bool Rune(int value) =>
        CharUnicodeInfo.GetUnicodeCategory(value) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && value is not (':' or '*' or '?' or '"' or '<' or '>' or '|');
}
