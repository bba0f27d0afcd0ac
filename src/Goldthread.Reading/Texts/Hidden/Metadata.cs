namespace Goldthread.Reading.Texts.Hidden;

/// <summary>One thing that a file says about itself.</summary>
/// <param name="Name">What it is, for a person: <c>author</c>.</param>
/// <param name="Value">What is said; null or blank where nothing is.</param>
/// <param name="IsOfText">Whether it is hidden only if the text does not say the same, as with a title.</param>
internal readonly record struct Metadata(string Name, string? Value, bool IsOfText = false)
{
    /// <summary>Whether it says something that the text does not.</summary>
    public bool TellsMoreThan(string text) =>
        !string.IsNullOrWhiteSpace(Value) && !(IsOfText && Vocabulary.Key.Of(text).Contains(Vocabulary.Key.Of(Value), StringComparison.Ordinal));

    /// <summary>The names of those that say something which the text does not.</summary>
    public static string? Names(IEnumerable<Metadata> all, string text)
    {
        var names = all.Where(one => one.TellsMoreThan(text)).Select(one => one.Name).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }
}
