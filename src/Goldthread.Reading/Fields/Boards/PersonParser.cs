using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields.Boards;

/// <summary>Sorts the pieces of an entry into name, organisation and role.</summary>
internal static class PersonParser
{
    /// <summary>What a list says behind a name, with no mark between.</summary>
    public const string InTheChair = " in the chair";

    public static Person Parse(IReadOnlyList<Passage> pieces, People people, Layouts layouts)
    {
        var organisations = new List<Passage>();
        var roles = new List<Passage>();
        var name = Passage.Empty;
        var absent = false;
        foreach (var piece in pieces.SelectMany(Unbracket).SelectMany(AtChair).SelectMany((piece, index) => index == 0 ? OfOrganisation(piece, people) : [piece]))
        {
            var (words, stand) = StandIn(piece);
            if (name.IsEmpty)
            {
                name = words;
            }
            else if (layouts["people.absent"].Match(words.Text))
            {
                absent = true;
            }
            else if (layouts["people.attended"].Match(words.Text) || layouts["people.reasons"].Match(words.Text))
            {
                continue;
            }
            else if (!words.IsEmpty && !IsInitials(words.Text, name.Text))
            {
                (IsRole(words.Text, people, layouts) ? roles : organisations).Add(words);
            }

            if (stand is not null)
            {
                roles.Add(stand);
            }
        }

        return new Person(name, Together(organisations), Together(roles), absent);
    }

    /// <summary>Whether a detail of a person is a role and no organisation.</summary>
    public static bool IsRole(string words, People people, Layouts layouts)
    {
        if (words.StartsWith("for ", StringComparison.Ordinal))
        {
            return true;
        }

        if (!people.IsRole(words))
        {
            return false;
        }

        if (!people.IsOrganisation(words))
        {
            return true;
        }

        var key = Key.Of(words).Split(' ');
        if (key.Length > 2 && key[1] == "of" && people.IsOrganisation(key[0]))
        {
            return false;
        }

        var roles = layouts["people.roles"];
        return roles.MatchKey(key[0]) || roles.MatchKey(key[^1]) || (key.Length > 1 && (roles.MatchKey($"{key[0]} {key[1]}") || roles.MatchKey($"{key[^2]} {key[^1]}")))
            || layouts["people.chair"].FoundIn(Key.Of(words));
    }

    private static Passage Together(List<Passage> parts)
    {
        if (parts.Count < 2)
        {
            return parts.Count == 0 ? Passage.Empty : parts[0];
        }

        return Passage.Join(parts);
    }

    /// <summary>The piece cut before "in the chair" at its end.</summary>
    private static Passage[] AtChair(Passage piece) =>
        piece.Text.EndsWith(InTheChair, StringComparison.OrdinalIgnoreCase) && piece.Length > InTheChair.Length
            ? [piece.UpTo(piece.Length - InTheChair.Length), piece.From(piece.Length - InTheChair.Length)]
            : [piece];

    /// <summary>What stands outside and inside brackets, in order.</summary>
    private static IEnumerable<Passage> Unbracket(Passage piece) => AtBrackets(piece).SelectMany(OneBracket);

    /// <summary>The piece cut before each bracket that opens after another has closed: <c>A (B) (C)</c>.</summary>
    private static IEnumerable<Passage> AtBrackets(Passage piece)
    {
        var start = 0;
        var closed = false;
        for (var at = 0; at < piece.Length; at++)
        {
            closed |= piece.Text[at] == ')';
            if (piece.Text[at] == '(' && closed)
            {
                yield return piece.Slice(start, at - start);
                (start, closed) = (at, false);
            }
        }

        yield return piece.From(start);
    }

    /// <summary>What stands outside and inside one pair of brackets.</summary>
    private static IEnumerable<Passage> OneBracket(Passage piece)
    {
        var open = piece.Text.IndexOf('(', StringComparison.Ordinal);
        var close = piece.Text.LastIndexOf(')');
        if (open <= 0 || close < open)
        {
            return [piece.Trim("()")];
        }

        var inside = piece.Slice(open + 1, close - open - 1);
        var parts = inside.Text.Contains(',', StringComparison.Ordinal) ? AtCommas(inside) : [inside];
        return [piece.UpTo(open), .. parts, .. close + 1 < piece.Length ? [piece.From(close + 1).Trim(",- ")] : Array.Empty<Passage>()];
    }

    private static List<Passage> AtCommas(Passage inside)
    {
        var parts = new List<Passage>();
        var start = 0;
        for (var at = 0; at <= inside.Length; at++)
        {
            if (at == inside.Length || inside.Text[at] == ',')
            {
                parts.Add(inside.Slice(start, at - start));
                start = at + 1;
            }
        }

        return parts;
    }

    /// <summary>Divides <c>Ann Lee of the Harbour Trust</c>; one whose title goes on with "of" stays whole.</summary>
    public static IReadOnlyList<Passage> OfOrganisation(Passage piece, People people)
    {
        var word = new[] { " of ", " from " }.FirstOrDefault(word => piece.Text.Contains(word, StringComparison.Ordinal)) ?? "";
        var at = word.Length == 0 ? -1 : piece.Text.IndexOf(word, StringComparison.Ordinal);
        if (at < 0 || !people.IsName(piece.Text[..at]) || IsPeer(piece.Text))
        {
            return [piece];
        }

        var rest = piece.From(at + word.Length);
        return [piece.UpTo(at), rest.Text.StartsWith("the ", StringComparison.Ordinal) ? rest.From(4) : rest];
    }

    private static bool IsPeer(string name) =>
        name.Split(' ')[0] is "Lord" or "Lady" or "Baroness" or "Baron" or "Viscount" or "Earl" or "Countess";

    /// <summary>Divides <c>A for B</c>: A was there, for B.</summary>
    private static (Passage Words, Passage? Stand) StandIn(Passage piece)
    {
        var at = piece.Text.IndexOf(" for ", StringComparison.Ordinal);
        return at > 0 && char.IsUpper(piece.Text[Math.Min(at + 5, piece.Length - 1)]) && !piece.Text[..at].Contains("Head", StringComparison.Ordinal) && piece.Text[..at].Split(' ').Length is > 1 and < 5 && piece.Text[..at].Split(' ').All(word => char.IsUpper(word[0]))
            ? (piece.UpTo(at), piece.From(at + 1))
            : (piece, null);
    }

    private static bool IsInitials(string words, string name)
    {
        var letters = words.Replace(".", "").Replace(" ", "");
        if (letters.Length is < 2 or > 4 || !letters.All(char.IsUpper))
        {
            return false;
        }

        var initials = string.Concat(name.Split(' ', '-').Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word[0]));
        return initials.EndsWith(letters, StringComparison.Ordinal) || (initials.Length > 1 && initials[0] == letters[0] && initials[^1] == letters[^1]);
    }
}
