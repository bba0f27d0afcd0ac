using Goldthread.People;
using Goldthread.Register.Decisions.Part2;

namespace Goldthread.Decisions.Part2;

/// <summary>The key of confidential parts, from its file or variable. Read anew each time, so that a replaced key is used at once.</summary>
internal static class Part2KeyFile
{
    /// <summary>The key, or in a sentence why there is none and what to do.</summary>
    public static (Part2Key? Key, string? Problem) Read(Secrets secrets)
    {
        try
        {
            return secrets.Find(Secrets.Part2) is { } keys ? (new Part2Key(keys), null)
                : (null, $"There is no key for confidential parts in {secrets.PlaceOf(Secrets.Part2)}. `goldthread part2 key` makes the first one; one that was lost is put back from where it is kept.");
        }
        catch (InvalidDataException e)
        {
            return (null, e.Message);
        }
    }
}
