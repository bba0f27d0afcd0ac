using Goldthread.Core.Pathways.Entries;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Goldthread.Pages.Desk.Keeping;

/// <summary>How an entry is reached, as a form has it.</summary>
public sealed class ReachForm
{
    private const int Longest = 1_000;

    /// <summary>Whether the form has these fields at all; a form without them leaves what is there.</summary>
    public bool Asked { get; set; }

    /// <summary>What it is and does.</summary>
    public string? About { get; set; }

    /// <summary>The number to ring.</summary>
    public string? Telephone { get; set; }

    /// <summary>The address of its own page.</summary>
    public string? Web { get; set; }

    /// <summary>How to come to it safely.</summary>
    public string? Safely { get; set; }

    /// <summary>When it answers.</summary>
    public string? Hours { get; set; }

    /// <summary>The languages it speaks, with commas between them.</summary>
    public string? Languages { get; set; }

    /// <summary>What it costs her.</summary>
    public string? Cost { get; set; }

    /// <summary>How deaf and disabled people reach it.</summary>
    public string? Access { get; set; }

    /// <summary>What it passes on.</summary>
    public string? PassesOn { get; set; }

    /// <summary>What it does not pass on.</summary>
    public string? Keeps { get; set; }

    /// <summary>What an entry says, in the form.</summary>
    public static ReachForm Of(HowToReach? reach) => new()
    {
        About = reach?.About,
        Telephone = reach?.Telephone,
        Web = reach?.Web,
        Safely = reach?.Safely,
        Hours = reach?.Hours,
        Languages = reach is null ? null : string.Join(", ", reach.Languages),
        Cost = reach?.Cost,
        Access = reach?.Access,
        PassesOn = reach?.PassesOn,
        Keeps = reach?.Keeps,
    };

    /// <summary>What the form says; null where all of it is empty. What is wrong is said at its field.</summary>
    public HowToReach? Read(HowToReach? before, ModelStateDictionary problems)
    {
        if (!Asked)
            return before;
        var read = new HowToReach
        {
            About = Text(About),
            Telephone = Text(Telephone),
            Web = Text(Web),
            Safely = Text(Safely),
            Hours = Text(Hours),
            Languages = [.. Text(Languages).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Cost = Text(Cost),
            Access = Text(Access),
            PassesOn = Text(PassesOn),
            Keeps = Text(Keeps),
        };
        if (read.Telephone.Length > 0 && !HelpFile.IsTelephone(read.Telephone))
            problems.AddModelError("reach.telephone", "Enter a number of digits and spaces, such as 020 7946 0000");
        if (read.Web.Length > 0 && !HelpFile.IsWeb(read.Web))
            problems.AddModelError("reach.web", "Enter an address that begins with https://");
        foreach (var (field, text) in new[] { ("about", read.About), ("safely", read.Safely), ("hours", read.Hours), ("languages", Text(Languages)), ("cost", read.Cost), ("access", read.Access), ("passesOn", read.PassesOn), ("keeps", read.Keeps) })
        {
            if (text.Length > Longest)
                problems.AddModelError($"reach.{field}", "Say it in at most 1,000 characters");
        }

        // What differs in nothing but its spaces stays as it is.
        if (before is not null && Of(before).All.SequenceEqual(All))
            return before;
        return string.Concat(read.About, read.Telephone, read.Web, read.Safely, read.Hours, read.Cost, read.Access, read.PassesOn, read.Keeps).Length + read.Languages.Count == 0 ? null : read;
    }

    private IEnumerable<string> All => [Text(About), Text(Telephone), Text(Web), Text(Safely), Text(Hours), Text(Languages), Text(Cost), Text(Access), Text(PassesOn), Text(Keeps)];

    private static string Text(string? typed) => string.Join(' ', (typed ?? "").Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
