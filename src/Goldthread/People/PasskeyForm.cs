namespace Goldthread.People;

/// <summary>A button that asks the browser for a passkey, to make one or to prove one.</summary>
/// <param name="What"><c>create</c> or <c>get</c>.</param>
/// <param name="Words">What the button says.</param>
/// <param name="Options">The address that says what is asked for.</param>
/// <param name="Action">The address that takes what the browser answers.</param>
/// <param name="Failed">What to say where it did not work.</param>
public sealed record PasskeyForm(string What, string Words, string Options, string Action, string Failed);
