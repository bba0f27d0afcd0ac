using System.Globalization;
using Goldthread.Core.Boards;
using Goldthread.Core.Pathways.Keeping;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Register.History;
using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Boards;

/// <summary>Minutes on their way: written in the meeting, read by the chair, corrected by the members, agreed by a later meeting.</summary>
public sealed class MinutesService(RegisterDatabase database)
{
    /// <summary>The most characters of a correction or its answer.</summary>
    public const int LongestWords = 1000;

    private const int Tries = 5;

    /// <summary>Today, where the register is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(database.Clock.GetLocalNow().DateTime);

    /// <summary>The minutes of a meeting as they stand; nothing typed where nobody has begun.</summary>
    public async Task<MinutesEntry> LoadAsync(Guid meeting, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var row = await context.Minutes.AsNoTracking().SingleOrDefaultAsync(row => row.Meeting == meeting, stop);
        var texts = await context.MinutesTexts.AsNoTracking().Where(text => text.Meeting == meeting).ToListAsync(stop);
        var corrections = await context.Corrections.AsNoTracking().Where(one => one.Meeting == meeting).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(stop);
        return new MinutesEntry(
            new MinutesDraft(row?.State ?? MinutesState.Writing, texts.ToDictionary(text => text.Field, text => text.Text, StringComparer.Ordinal)),
            texts.ToDictionary(text => text.Field, text => text.Version, StringComparer.Ordinal),
            texts.Count == 0 ? null : texts.Max(text => text.At),
            corrections);
    }

    /// <summary>Saves what was typed. What was typed over an older text than stands there comes under it: nothing that anybody typed is lost.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="fields">The fields that minutes of it have.</param>
    /// <param name="typed">By field, the text and the version that it was typed over.</param>
    /// <param name="who">Who types.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>What became of each field; null where the minutes are agreed, or are not hers to write.</returns>
    public async Task<IReadOnlyDictionary<string, SavedText>?> SaveAsync(Guid meeting, IReadOnlyCollection<string> fields, IReadOnlyDictionary<string, (string Text, int Over)> typed, Standing who, CancellationToken stop = default)
    {
        await using var context = database.Open();
        var state = await context.Minutes.Where(row => row.Meeting == meeting).Select(row => (MinutesState?)row.State).SingleOrDefaultAsync(stop) ?? MinutesState.Writing;
        if (!MinutesRules.MayWrite(who, state))
            return null;
        var saved = new Dictionary<string, SavedText>(StringComparer.Ordinal);
        foreach (var (field, (text, over)) in typed.Where(one => fields.Contains(one.Key)))
            saved[field] = text.Length > MinuteText.Longest
                ? new SavedText(over, null, "This is more than 40,000 characters. Shorten it, or bring it in as a paper")
                : await SaveAsync(context, meeting, field, text.ReplaceLineEndings("\n"), over, Acting.Words(who.Name, who.Office), stop);
        return saved;
    }

    /// <summary>Proposes a correction.</summary>
    public async Task<ActionOutcome> CorrectAsync(FoundRecord meeting, string item, string words, Standing who, CancellationToken stop = default)
    {
        var entry = await LoadAsync(meeting.Head.Id, stop);
        if (!MinutesRules.MayCorrect(who, entry.Draft.State, (Minutes)meeting.Content))
            return ActionOutcome.NotHers;
        if (words.Trim() is not { Length: > 0 and <= LongestWords } said)
            return ActionOutcome.Wrong("words", "Say in up to 1,000 characters what ought to stand there");
        await using var context = database.Open();
        context.Corrections.Add(new CorrectionRow { Id = Guid.CreateVersion7(), Meeting = meeting.Head.Id, Item = item, Words = said, Who = Acting.Words(who.Name, who.Office), Organisation = who.Organisation, At = database.Now });
        await context.SaveChangesAsync(stop);
        return new ActionOutcome(meeting.Head, null);
    }

    /// <summary>Answers a correction: it was taken over into the text, or it was not and why.</summary>
    public async Task<ActionOutcome> AnswerAsync(FoundRecord meeting, Guid correction, bool accepted, string answer, Standing who, CancellationToken stop = default)
    {
        if (!ActionRules.MayRun(who))
            return ActionOutcome.NotHers;
        var said = answer.Trim();
        if (said.Length > LongestWords || (!accepted && said.Length == 0))
            return ActionOutcome.Wrong("answer", "Say in up to 1,000 characters why it is not taken over");
        await using var context = database.Open();
        var state = accepted ? ProposalState.Accepted : ProposalState.Refused;
        return await context.Corrections.Where(one => one.Id == correction && one.Meeting == meeting.Head.Id && one.State == ProposalState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state).SetProperty(one => one.Answer, said), stop) == 1
            ? new ActionOutcome(meeting.Head, null)
            : ActionOutcome.Wrong("main", "This was answered already");
    }

    /// <summary>Whether the minutes of how many meetings wait for her to read them.</summary>
    public async Task<IReadOnlyList<RecordHead>> ToReadAsync(Standing who, CancellationToken stop = default)
    {
        if (who.Organisation is not { } organisation || !who.Holds(Roles.Outside))
            return [];
        await using var context = database.Open();
        var rows = await (from minutes in context.Minutes
                          where minutes.State == MinutesState.Members
                          join row in context.Records on minutes.Meeting equals row.Id
                          where row.Status == RecordStatus.Current && context.Links.Any(link => link.From == row.Id && link.Relation == "partner"
                              && context.Records.Any(of => of.Id == link.To && of.Kind == "organisation" && of.Slug == organisation))
                          orderby row.Starts descending
                          select row).AsNoTracking().Take(20).ToListAsync(stop);
        return [.. rows.Select(row => row.ToHead())];
    }

    private async Task<SavedText> SaveAsync(RegisterContext context, Guid meeting, string field, string text, int over, string who, CancellationToken stop)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var there = await context.MinutesTexts.AsNoTracking().SingleOrDefaultAsync(row => row.Meeting == meeting && row.Field == field, stop);
            if (there is not null && there.Text == text)
                return new SavedText(there.Version, null, null);
            if (there is null)
            {
                context.MinutesTexts.Add(new MinutesTextRow { Meeting = meeting, Field = field, Text = text, Version = 1, At = database.Now, Who = who });
                try
                {
                    await context.SaveChangesAsync(stop);
                    return new SavedText(1, null, null);
                }
                catch (DbUpdateException) when (tries + 1 < Tries)
                {
                    context.ChangeTracker.Clear(); // somebody else typed the first words in the same moment
                    continue;
                }
            }

            var both = there.Version == over ? text : Both(there.Text, text);
            var (version, at) = (there.Version + 1, database.Now);
            if (await context.MinutesTexts.Where(row => row.Meeting == meeting && row.Field == field && row.Version == there.Version).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Text, both).SetProperty(row => row.Version, version).SetProperty(row => row.At, at).SetProperty(row => row.Who, who), stop) == 1)
                return new SavedText(version, there.Version == over ? null : both, null);
        }

        return new SavedText(over, null, string.Create(CultureInfo.InvariantCulture, $"Many are typing here at once. It is tried again"));
    }

    // What stands there, and under it the lines of what was typed that it does not have.
    private static string Both(string there, string typed)
    {
        var lines = there.Split('\n').ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', [there.TrimEnd('\n'), .. typed.Split('\n').Where(line => line.Trim().Length > 0 && !lines.Contains(line))]);
    }
}

/// <summary>Minutes as they stand.</summary>
/// <param name="Draft">Where they stand, and their texts.</param>
/// <param name="Versions">How often each field was saved.</param>
/// <param name="At">When anything was last typed; null where nothing was.</param>
/// <param name="Corrections">What members propose to correct.</param>
public sealed record MinutesEntry(MinutesDraft Draft, IReadOnlyDictionary<string, int> Versions, DateTime? At, IReadOnlyList<CorrectionRow> Corrections);

/// <summary>What became of a field that was saved.</summary>
/// <param name="Version">What it is typed over from now on.</param>
/// <param name="Text">What stands there, where it is not what was sent.</param>
/// <param name="Fault">What was wrong.</param>
public sealed record SavedText(int Version, string? Text, string? Fault);
