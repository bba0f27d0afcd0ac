using Goldthread.Core.People;

namespace Goldthread.Core.Boards;

/// <summary>Where minutes stand on their way.</summary>
public enum MinutesState
{
    /// <summary>They are written.</summary>
    Writing = 0,

    /// <summary>The chair reads them.</summary>
    Chair = 1,

    /// <summary>The members read them, and may propose corrections.</summary>
    Members = 2,

    /// <summary>A later meeting agreed them, and they are public.</summary>
    Agreed = 3,
}

/// <summary>The minutes of a meeting while they are no record yet: texts by field, as typed.</summary>
/// <param name="State">Where they stand.</param>
/// <param name="Texts">The texts by the names of their fields.</param>
public sealed record MinutesDraft(MinutesState State, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The field of who took the chair.</summary>
    public const string Chair = "chair";

    /// <summary>The field of who was there.</summary>
    public const string People = "people";

    /// <summary>The field of interests declared.</summary>
    public const string Declarations = "declarations";

    /// <summary>The field of an item of the agenda.</summary>
    public static string FieldOf(AgendaItem item) => "item-" + Records.Slug.Of(item.Heading).Replace('/', '-');

    /// <summary>A text; empty where nothing was typed.</summary>
    public string this[string field] => Texts.GetValueOrDefault(field, "");

    /// <summary>What was written under an item.</summary>
    public MinuteText Under(AgendaItem item, DateOnly day) => MinuteText.Read(this[FieldOf(item)], day);

    /// <summary>The meeting with these minutes.</summary>
    public Minutes Into(Minutes meeting)
    {
        var day = meeting.Date ?? default;
        var (present, apologies) = PeopleText.Read(this[People]);
        var items = (meeting.Agenda ?? []).Select((item, at) => (Item: item, Number: at + 1, Text: Under(item, day))).ToList();
        var declared = Lines(this[Declarations]);
        return meeting with
        {
            Chair = this[Chair] is { Length: > 0 } chair ? chair.Trim() : null,
            Present = present,
            Apologies = apologies,
            Declarations = declared.Count > 0 ? declared : null,
            Items =
            [
                .. items.Select(one => new Item(FormattableString.Invariant($"{one.Number}"), one.Item.Heading, one.Text.Paragraphs) { Agreed = one.Text.Agreed.Count > 0 ? one.Text.Agreed : null }),
            ],
            Actions = [.. items.SelectMany(one => one.Text.Actions).Select(action => new ActionPoint(action.Text, action.Owner.Length > 0 ? action.Owner : null, action.Due))],
        };
    }

    private static List<string> Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>Who does what with minutes on their way.</summary>
public static class MinutesRules
{
    /// <summary>Whether she writes them: whoever runs boards, until they are agreed.</summary>
    public static bool MayWrite(Standing who, MinutesState state) => state != MinutesState.Agreed && ActionRules.MayRun(who);

    /// <summary>Whether she reads them before they are agreed: staff always, members of the board once they are with them.</summary>
    public static bool MayRead(Standing who, MinutesState state, Minutes meeting) => who.Organisation is { } organisation
        ? state >= MinutesState.Members && who.Holds(Roles.Outside) && (meeting.Members ?? []).Any(member => member.Reference == organisation)
        : who.Holds(Roles.Staff);

    /// <summary>Whether she may propose a correction.</summary>
    public static bool MayCorrect(Standing who, MinutesState state, Minutes meeting) =>
        state == MinutesState.Members && MayRead(who, state, meeting) && who.Holds(ActionRules.Answering);
}
