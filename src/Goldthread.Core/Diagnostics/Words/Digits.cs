namespace Goldthread.Core.Diagnostics.Words;

/// <summary>Whether a text holds a figure at all. Most do not, and need not be searched for what is written with one.</summary>
internal static class Digits
{
    /// <summary>Whether one of the digits 0 to 9 stands in the text.</summary>
    public static bool In(ReadOnlySpan<char> text) => text.ContainsAnyInRange('0', '9');
}
