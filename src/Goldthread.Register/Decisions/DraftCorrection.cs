using Goldthread.Core.Decisions.Drafts;

namespace Goldthread.Register.Decisions;

/// <summary>Corrections of a signed decision's words.</summary>
internal static class DraftCorrection
{
    /// <summary>Puts the corrections of a request into the content of a draft.</summary>
    /// <returns>What is wrong with them; null where they were put in.</returns>
    public static StepOutcome? Apply(ref DraftEntry entry, StepRequest request)
    {
        var content = entry.Content;
        foreach (var (name, typed) in request.Corrections)
        {
            if (DraftForm.Find(name) is not { } field)
                return StepOutcome.Wrong("field", name, "The form has no such field.");
            var text = DraftTexts.Clean(field, typed);
            if (DraftForm.Refuse(field, text) is { } refused)
                return StepOutcome.Wrong("text", name, refused);
            content = content.With(name, text);
        }

        if (content.Equals(entry.Content))
            return StepOutcome.Wrong("unchanged", "", "Nothing is corrected yet: change the words that are wrong.");
        entry = entry with { Content = content };
        return null;
    }
}
