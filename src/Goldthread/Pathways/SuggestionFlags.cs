using System.CommandLine;
using Goldthread.Core.Pathways;

namespace Goldthread.Pathways;

/// <summary>The flags of <c>pathways suggest</c> that are its own.</summary>
internal sealed class SuggestionFlags
{
    private readonly Option<SuggestionKinds> _kinds = new("--kinds")
    {
        Description = "The kinds of change, with commas between: accept (a subject accepts one more value), link (one link more).",
        HelpName = "KINDS",
        DefaultValueFactory = _ => SuggestionKinds.All,
        CustomParser = result =>
        {
            var kinds = SuggestionKinds.None;
            foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',')))
            {
                kinds |= word switch
                {
                    "accept" => SuggestionKinds.Accept,
                    "link" => SuggestionKinds.Link,
                    _ => Refuse(result, word),
                };
            }
            return kinds;
        },
    };

    private readonly Option<int> _top = new("--top")
    {
        Description = "How many suggestions at most.",
        HelpName = "N",
        DefaultValueFactory = _ => 10,
    };

    public SuggestionFlags() => _top.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
        {
            result.AddError("--top takes a whole number of 1 or more.");
        }
    });

    public void AddTo(Command command)
    {
        command.Options.Add(_kinds);
        command.Options.Add(_top);
    }

    public SuggestionKinds Kinds(ParseResult result) => result.GetValue(_kinds);

    public int Top(ParseResult result) => result.GetValue(_top);

    private static SuggestionKinds Refuse(System.CommandLine.Parsing.ArgumentResult result, string word)
    {
        result.AddError($"--kinds takes accept and link, not \"{word}\".");
        return SuggestionKinds.None;
    }
}
