using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Goldthread.Support;

/// <summary>The texts of the pages for survivors in one language, by their names. What a language lacks is said in English, and marked as that.</summary>
public sealed class SupportWords
{
    private readonly IReadOnlyDictionary<string, string> texts;
    private readonly SupportWords? english;

    private SupportWords(IReadOnlyDictionary<string, string> texts, SupportWords? english) => (this.texts, this.english) = (texts, english);

    /// <summary>The language's code, such as <c>pl</c>.</summary>
    public string Code => texts["code"];

    /// <summary>What its speakers call it.</summary>
    public string Name => texts["name"];

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => texts["direction"];

    /// <summary>Whether a native speaker has still to check it.</summary>
    public bool IsDraft => this["draft"].Length > 0;

    /// <summary>Every text of its own.</summary>
    public IReadOnlyDictionary<string, string> Own => texts;

    /// <summary>A text.</summary>
    /// <exception cref="KeyNotFoundException">English has no such text.</exception>
    public string this[string name] => Find(name)?.Text ?? throw new KeyNotFoundException($"The texts for survivors have no “{name}”.");

    /// <summary>A text and the language that it is in; null where not even English has it.</summary>
    public (string Text, SupportWords In)? Find(string name) => texts.TryGetValue(name, out var own) ? (own, this) : english?.Find(name);

    /// <summary>A text with its gaps filled: <c>{service}</c> by what is named <c>service</c>.</summary>
    public string Fill(string name, params ReadOnlySpan<(string Gap, string With)> gaps)
    {
        var text = this[name];
        foreach (var (gap, with) in gaps)
            text = text.Replace($"{{{gap}}}", with, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Reads the file of a language: names and texts, nothing nested.</summary>
    /// <param name="yaml">Its text.</param>
    /// <param name="english">Who says what it lacks; null for English itself.</param>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static SupportWords Parse(string yaml, SupportWords? english)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            var all = ((YamlMappingNode)stream.Documents[0].RootNode).ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value ?? "", StringComparer.Ordinal);
            foreach (var needed in (string[])["code", "name", "direction"])
            {
                if (!all.ContainsKey(needed))
                    throw new FormatException($"A language of the pages for survivors has no “{needed}”.");
            }

            return new SupportWords(all, english);
        }
        catch (Exception unread) when (unread is YamlException or InvalidCastException or ArgumentException)
        {
            throw new FormatException($"A language of the pages for survivors cannot be read: {unread.Message}", unread);
        }
    }
}
