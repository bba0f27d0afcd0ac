namespace Goldthread.Core.Rules;

/// <summary>Something in a rules file that cannot be used, where it stands and what to do about it.</summary>
/// <param name="File">The file's path inside the rules folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record RuleError(string File, int Line, int Column, string Message);

/// <summary>A gap or an overlap in rules that can each be used: nobody's amount, a day covered twice.</summary>
/// <param name="File">The file's path inside the rules folder.</param>
/// <param name="Message">What is not covered, or covered twice.</param>
public sealed record RuleGap(string File, string Message);

/// <summary>What came of reading the rules: the rules, or the errors that stand in the way.</summary>
/// <param name="Book">The rules; null when there is an error.</param>
/// <param name="Errors">Every error, in the order of files and lines.</param>
public sealed record RuleBookOutcome(RuleBook? Book, IReadOnlyList<RuleError> Errors);
