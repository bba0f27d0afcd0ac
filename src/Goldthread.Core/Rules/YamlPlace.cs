using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Goldthread.Core.Rules;

/// <summary>A place in a YAML rules file. What is asked of it and cannot be had adds an error that names the place.</summary>
internal sealed class YamlPlace(string file, YamlNode? node, Mark mark, List<RuleError> errors)
{
    private const int Deepest = 40;

    /// <summary>Opens a file at its top.</summary>
    public static YamlPlace? Open(string file, string text, List<RuleError> errors)
    {
        try
        {
            if (TooDeep(text) is { } deep)
            {
                errors.Add(new(file, (int)deep.Line, (int)deep.Column, "Lists stand in lists here, deeper than any rule needs. Take brackets or hyphens out."));
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0)
            {
                return new(file, stream.Documents[0].RootNode, stream.Documents[0].RootNode.Start, errors);
            }

            errors.Add(new(file, 1, 1, "The file is empty. See the file's own part of the rules' README for what it holds."));
        }
        catch (YamlException wrong)
        {
            errors.Add(new(file, (int)wrong.Start.Line, (int)wrong.Start.Column, "The line cannot be read as YAML. Compare its spaces and colons with the lines around it."));
        }

        return null;
    }

    // What is nested without end would end the program, not just the reading.
    private static Mark? TooDeep(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest)
            {
                return parser.Current.Start;
            }
        }

        return null;
    }

    public YamlPlace this[string key]
    {
        get
        {
            var value = (node as YamlMappingNode)?.Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: { } name } && name == key).Value;
            return new(file, value, value?.Start ?? mark, errors);
        }
    }

    public string? Optional => node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    public string Text(string name) => Optional ?? Fail($"“{name}” is missing. Add it here.", "");

    public IReadOnlyList<YamlPlace> Items(string name) =>
        node is YamlSequenceNode sequence
            ? [.. sequence.Children.Select(child => new YamlPlace(file, child, child.Start, errors))]
            : Fail<IReadOnlyList<YamlPlace>>($"A list “{name}” is expected here: entries that begin with a hyphen.", []);

    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(item => item.Text(name))];

    public Effect Effect()
    {
        var effect = new Effect(this["from"].Date(), this["to"].Date());
        return effect.From > effect.To
            ? Fail($"The entry ends on {effect.To:yyyy-MM-dd}, before it begins on {effect.From:yyyy-MM-dd}. Correct one of the two.", effect)
            : effect;
    }

    public decimal? Pounds()
    {
        if (Optional is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds)
            ? pounds
            : Fail<decimal?>($"“{text}” is not a sum in pounds. Write digits alone, such as 200000, without sign or commas.", null);
    }

    public T OneOf<T>(string name, IReadOnlyDictionary<string, T> choices)
    {
        var text = Text(name);
        return choices.TryGetValue(text, out var value)
            ? value
            : Fail<T>($"“{text}” is not known here. Write one of: {string.Join(", ", choices.Keys)}.", default!);
    }

    private DateOnly? Date()
    {
        if (Optional is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Fail<DateOnly?>($"“{text}” is not a date. Write it as 2018-03-31.", null);
    }

    private T Fail<T>(string message, T instead)
    {
        errors.Add(new(file, (int)mark.Line, (int)mark.Column, message));
        return instead;
    }
}
