using Goldthread.Core.Decisions.Drafts;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Decisions;

/// <summary>One person's texts, put into the fields of a draft or beside them. The caller holds the draft's row, and saves.</summary>
internal sealed class Writing(RegisterContext context, DraftRow draft, Guid by, DateTime at)
{
    private bool hasWritten;

    /// <summary>Puts a text into a field, or beside it where the field has moved on since the version that it was typed over.</summary>
    public async Task<FieldSaved> PutAsync(string name, string typed, int basedOn, DraftPartRow? part, CancellationToken stop)
    {
        var (version, before) = (part?.Version ?? 0, part?.Text ?? "");
        if (DraftForm.Find(name) is not { } field)
            return new FieldSaved(version, before, Lost: true, Fault: new PersonFault("field", name, "The form has no such field."));
        var text = DraftTexts.Clean(field, typed);
        if (DraftForm.Refuse(field, text) is { } refused)
            return new FieldSaved(version, before, Lost: true, Fault: new PersonFault("text", name, refused));
        if (text == before)
            return new FieldSaved(version, before);

        // Her own last save, whose answer never reached her, does not stand in her way; what it held is kept where it is not part of what she has now.
        var isOnHerOwn = version == basedOn + 1 && part?.By == by;
        if (!draft.State.IsWritten() || (version != basedOn && !isOnHerOwn))
            return new FieldSaved(version, before, Lost: true, await AsideAsync(name, text, stop));
        if (version != basedOn && !text.Contains(before, StringComparison.Ordinal))
            await AsideAsync(name, before, stop);
        if (part is null)
            context.DraftParts.Add(part = new DraftPartRow { Draft = draft.Id, Name = name });
        (part.Text, part.Version, part.At, part.By) = (text, version + 1, at, by);
        DraftService.Copy(draft, name, text);
        Move();
        return new FieldSaved(part.Version, text);
    }

    private void Move()
    {
        if (!hasWritten)
            (draft.Version, draft.ChangedAt, hasWritten) = (draft.Version + 1, at, true);
    }

    // Who goes on typing while her text waits beside the field sends it again and again: one that holds all of the last takes its place.
    private async Task<Guid?> AsideAsync(string name, string text, CancellationToken stop)
    {
        if (text.Length == 0)
            return null;
        var hers = await context.DraftAsides.Where(aside => aside.Draft == draft.Id && aside.Name == name && aside.By == by).ToListAsync(stop);
        var same = hers.Find(aside => text.Contains(aside.Text, StringComparison.Ordinal));
        if (same is null)
            context.DraftAsides.Add(same = new DraftAsideRow { Id = Guid.CreateVersion7(), Draft = draft.Id, Name = name, By = by });
        if (same.Text != text)
            (same.Text, same.At) = (text, at);
        return same.Id;
    }
}
