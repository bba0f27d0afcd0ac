namespace Goldthread.Core.People;

/// <summary>Under what name somebody acts: staff see the person and her office, everybody else the office alone.</summary>
public static class Acting
{
    private const string Between = " · ";

    /// <summary>A person's name and office as one text: <c>Ann Example · Policy officer</c>.</summary>
    public static string Words(string name, string office) => $"{name.Replace(Between, " ", StringComparison.Ordinal)}{Between}{office.Replace(Between, " ", StringComparison.Ordinal)}";

    /// <summary>The office of such a text; the whole text where it names no person.</summary>
    public static string OfficeOf(string who) =>
        who.LastIndexOf(Between, StringComparison.Ordinal) is >= 0 and var at ? who[(at + Between.Length)..] : who;
}
