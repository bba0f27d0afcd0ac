using Goldthread.Reading.Texts;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Finds who is to do what: the words before "to" in <c>Marcus Tidewell to have the mirror put back</c>.</summary>
internal static class ActionOwner
{
    private const int LongestOwner = 12;
    private static readonly string[] Verbs = [" to ", " will ", " shall ", " agreed to ", " must "];

    public static Passage Before(Passage text)
    {
        var at = Verbs.Select(verb => text.Text.IndexOf(verb, StringComparison.Ordinal)).Where(found => found > 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
        {
            return Passage.Empty;
        }

        var owner = text.UpTo(at);
        var words = owner.Text.Split(' ');
        var isOwner = words.Length <= LongestOwner && words.All(IsOwnerWord) && char.IsUpper(owner.Text[0]);
        return isOwner ? owner : Passage.Empty;
    }

    private static bool IsOwnerWord(string word) =>
        !char.IsLetter(word[0]) || char.IsUpper(word[0])
        || word.TrimEnd(',') is "and" or "of" or "the" or "for" or "members" or "team" or "partners" or "leads" or "officers" or "board" or "chair" or "all" or "with" or "lead" or "police" or "council" or "group" or "secretariat" or "clerk" or "organisations" or "agencies";
}
