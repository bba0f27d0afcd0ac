namespace Goldthread.Core.Diagnostics.Words;

/// <summary>A number that does not follow from those before it.</summary>
/// <param name="Index">Which of the numbers.</param>
/// <param name="After">The number before it on the same level, or 0 where it is the first.</param>
/// <param name="Value">Its own value on that level.</param>
/// <param name="Repeats">Whether it stood there before.</param>
internal sealed record NumberFault(int Index, int After, int Value, bool Repeats);

/// <summary>Follows printed numbers through their levels and names those that skip or repeat.</summary>
/// <remarks>
/// <c>5.1.1, 5.1.2, 5.3</c>: the first opens 5.1 as well, so that 5.3 skips 5.2. After a skip the count goes on
/// from the number printed, so that one gap is named once.
/// </remarks>
internal sealed class Numbering
{
    private readonly Dictionary<string, Level> levels = new(StringComparer.Ordinal);
    private readonly bool checkFirst;

    private Numbering(bool checkFirst) => this.checkFirst = checkFirst;

    /// <summary>The faults in a run of numbers; null stands for an entry without one.</summary>
    /// <param name="numbers">The numbers as printed.</param>
    /// <param name="checkFirst">Whether the first number of a lower level must be 1 (or 0).</param>
    public static IReadOnlyList<NumberFault> Faults(IReadOnlyList<string?> numbers, bool checkFirst)
    {
        var asLetters = Follow(numbers, checkFirst, roman: false);
        var asRoman = Follow(numbers, checkFirst, roman: true);
        return (asLetters, asRoman) switch
        {
            (null, null) => [],
            (null, { } roman) => roman,
            ({ } letters, null) => letters,
            ({ } letters, { } roman) => roman.Count < letters.Count ? roman : letters,
        };
    }

    private static List<NumberFault>? Follow(IReadOnlyList<string?> numbers, bool checkFirst, bool roman)
    {
        var numbering = new Numbering(checkFirst);
        var faults = new List<NumberFault>();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is not { } printed)
            {
                continue;
            }

            if (PrintedNumber.Parts(printed, roman) is not { } parts)
            {
                if (PrintedNumber.Parts(printed, !roman) is null)
                {
                    continue;
                }

                return null;
            }

            if (numbering.Next(parts, i) is { } fault)
            {
                faults.Add(fault);
            }
        }

        return faults;
    }

    private NumberFault? Next(IReadOnlyList<int> parts, int index)
    {
        NumberFault? fault = null;
        var prefix = "";
        for (var depth = 0; depth < parts.Count; depth++)
        {
            var level = levels.TryGetValue(prefix, out var known) ? known : levels[prefix] = new Level();
            var isOwn = depth == parts.Count - 1;
            if (isOwn || level.Last != parts[depth])
            {
                var found = level.Visit(parts[depth], index, isOwn, checkFirst && depth > 0);
                fault ??= found;
            }

            prefix += $"{parts[depth]}.";
        }

        return fault;
    }

    private sealed class Level
    {
        private readonly HashSet<int> own = [];
        private int greatest;

        public int? Last { get; private set; }

        public NumberFault? Visit(int value, int index, bool isOwn, bool mustStart)
        {
            var repeats = isOwn && own.Contains(value);
            var follows = Last is null ? !mustStart || value <= 1 : value == Last + 1 || value == greatest + 1 || (isOwn && !repeats && value == Last);
            var fault = repeats || !follows ? new NumberFault(index, Last ?? 0, value, repeats) : null;
            Last = value;
            greatest = Math.Max(greatest, value);
            if (isOwn)
            {
                own.Add(value);
            }

            return fault;
        }
    }
}
