namespace Goldthread.Reading.Vocabulary;

/// <summary>What of a page is no part of the document, as the data says.</summary>
internal sealed class FurnitureRules(Layouts layouts)
{
    private readonly Phrases roles = layouts["furniture.html-roles"];
    private readonly string[] classes = [.. layouts["furniture.html-classes"].Exact.Select(word => word.Replace(' ', '-'))];

    /// <summary>Whether an element of this ARIA role is furniture.</summary>
    public bool IsRole(string role) => role.Length > 0 && roles.Match(role);

    /// <summary>Whether an element with these class names, or this id, is furniture.</summary>
    public bool IsClass(string names)
    {
        if (names.Length is 0 or > 2000)
        {
            return false;
        }

        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var lower = $"-{name.ToLowerInvariant().Replace('_', '-')}-";
            if (classes.Any(word => lower.Contains($"-{word}-", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
