using Goldthread.Core.Decisions.Drafts;
using Goldthread.Core.History;
using Goldthread.Decisions;
using Goldthread.Downloads;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Staff.Decisions;

/// <summary>A field that a Word file would change.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">What the file has.</param>
/// <param name="Pieces">What it changes, word by word.</param>
/// <param name="Basis">What it was held against.</param>
/// <param name="IsNewer">Whether the field was changed here after the file was taken out.</param>
public sealed record WordChange(DraftField Field, string Text, IReadOnlyList<ShownPiece> Pieces, string Basis, bool IsNewer);

/// <summary>Takes a draft out as a Word file, and takes over what was changed in it.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes)]
public sealed class WordModel(DraftService drafts, DraftReviews reviews, CurrentPerson current, TimeProvider clock) : DraftPage(drafts, current)
{
    /// <summary>The most bytes of a file with its form.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private readonly DraftService drafts = drafts;

    /// <inheritdoc/>
    public override string Here => "word";

    /// <summary>What the file would change; null where none was given.</summary>
    public IReadOnlyList<WordChange>? Changes { get; private set; }

    /// <summary>When the file was taken out; null where it does not say.</summary>
    public DateTime? Taken { get; private set; }

    /// <summary>The file's name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Shows the ways out and in.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ?? Page();

    /// <summary>Reads a file and shows what it would change.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid id, IFormFile? file)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        if (file is null || file.Length == 0)
        {
            ModelState.AddModelError("file", "Choose the Word file to bring back");
            return Page();
        }

        FileName = Originals.SafeName(file.FileName);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        var (content, taken, wrong) = DraftWord.Read(FileName, bytes.ToArray(), await reviews.ReaderAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        if (content is null)
        {
            ModelState.AddModelError("file", wrong!);
            return Page();
        }

        Taken = taken;
        Changes = await ChangesInAsync(content);
        return Page();
    }

    /// <summary>Takes over the fields that were chosen.</summary>
    public async Task<IActionResult> OnPostTakeOverAsync(Guid id)
    {
        if (await FindAsync(id) is { } missing)
            return missing;
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        var chosen = form["take"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var changes = DraftForm.Fields.Where(field => chosen.Contains(field.Name))
            .ToDictionary(field => field.Name, field => (Text: form["text." + field.Name].ToString(), BasedOn: int.TryParse(form[DraftInputs.BasisOf(field)].ToString().Split('-')[0], out var version) ? version : -1), StringComparer.Ordinal);
        var saved = await drafts.SaveAsync(id, changes, Me, HttpContext.RequestAborted);
        foreach (var fault in saved.Fields.Values.Select(field => field.Fault).Append(saved.Fault).OfType<Register.People.PersonFault>())
            ModelState.AddModelError("file", fault.Message);
        return ModelState.IsValid ? LocalRedirect(Address) : Page();
    }

    // Held against what the file would hold if nothing had been changed in it, so that what Word cannot carry is no change.
    private async Task<List<WordChange>> ChangesInAsync(DraftContent content)
    {
        var (same, _, _) = DraftWord.Read("draft.docx", DraftWord.Write(Draft, "", clock.GetUtcNow().UtcDateTime), await reviews.ReaderAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        return
        [
            .. DraftForm.Fields.Where(field => Plain(content[field.Name]) != Plain((same ?? DraftContent.Empty)[field.Name]) && Plain(content[field.Name]) != Plain(Draft.Content[field.Name]))
                .Select(field => new WordChange(
                    field,
                    content[field.Name],
                    [.. WordDiff.Between(DraftShown.Words(field, Draft.Content[field.Name]), DraftShown.Words(field, content[field.Name])).Select((piece, i) => new ShownPiece(piece.Edit, piece.Text, i == 0 ? "" : piece.Gap.Length == 0 ? " " : piece.Gap))],
                    DraftInputs.Basis(Draft, field),
                    Taken is { } at && Draft.Parts.TryGetValue(field.Name, out var part) && part.At > at)),
        ];
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
