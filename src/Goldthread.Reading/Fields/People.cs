using Goldthread.Reading.Texts;
using Goldthread.Reading.Vocabulary;

namespace Goldthread.Reading.Fields;

/// <summary>Tells names of people, roles and organisations apart.</summary>
internal sealed class People(Layouts layouts)
{
    private const int WordsAfterComma = 3;
    private readonly Phrases offices = layouts["people.offices-with-commas"];
    private readonly Phrases titles = layouts["people.titles"];
    private readonly Phrases roles = layouts["people.roles"];
    private readonly Phrases particles = layouts["people.particles"];
    private readonly Phrases organisations = layouts["people.organisations"];

    /// <summary>Whether the words read like the name of one person: two to six words, each with a capital, no role among them.</summary>
    public bool IsName(string words)
    {
        var tokens = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var titled = TitleLength(tokens);
        var rest = tokens[titled..];
        var enough = rest.Length >= (titled > 0 ? 1 : 2);
        return enough && rest.Length <= 5 && rest.All(IsNameWord) && rest.Any(word => word.Length > 2)
            && (titled > 0 || !(IsRole(words) || IsOrganisation(words))) && !rest.Any(word => word.Length > 3 && word.All(char.IsUpper) && titled == 0 && tokens.Length > 3);
    }

    /// <summary>Whether the words contain a role, such as chair or director.</summary>
    public bool IsRole(string words) => roles.FoundIn(Key.Of(words));

    /// <summary>Whether the words contain what makes an organisation, such as council or police.</summary>
    public bool IsOrganisation(string words) => organisations.FoundIn(Key.Of(words));

    /// <summary>Whether a comma is part of the name of an office, such as <c>Police, Fire and Crime Commissioner</c>, and parts nothing.</summary>
    public bool IsInOffice(string text, int comma)
    {
        var start = comma == 0 ? 0 : text.LastIndexOf(' ', comma - 1) + 1;
        var end = comma + 1;
        for (var word = 0; word < WordsAfterComma && end > 0; word++)
        {
            end = end + 1 < text.Length ? text.IndexOf(' ', end + 1) : -1;
        }

        return end > 0 && offices.Match(text.AsSpan(start, end - start));
    }

    /// <summary>Whether the words begin with a style of address, such as <c>Councillor</c>.</summary>
    public bool IsTitled(string words) => TitleLength(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) > 0;

    private int TitleLength(string[] tokens)
    {
        for (var length = Math.Min(3, tokens.Length); length > 0; length--)
        {
            if (titles.Match(string.Join(' ', tokens.Take(length))))
            {
                return length + TitleLength(tokens[length..]);
            }
        }

        return 0;
    }

    private bool IsNameWord(string word) =>
        particles.Match(word)
        || (char.IsUpper(word[0]) && word.TrimEnd('.', ',').All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '’' or '.')
            && (word.Length <= 3 || !word.EndsWith('.')));
}
