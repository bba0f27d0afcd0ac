using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Names for staff what a file holds beside the text that is read: how much of it and where, never its words.</summary>
internal static class HiddenFindings
{
    /// <summary>Changes that were tracked and neither accepted nor rejected.</summary>
    public static Finding TrackedChanges(string what) =>
        new("GT6013", $"Tracked changes are left in the file: {what}. What is inserted is read, what is deleted is not; whoever opens the file sees both. Accept or reject them all and save it again.", "");

    /// <summary>Words that the file marks as hidden.</summary>
    public static Finding HiddenText(string what) =>
        new("GT6014", $"Hidden text is in the file: {what}. It is left out here; whoever opens the file can show it. Delete it and save the file again.", "");

    /// <summary>Comments of those who worked on the document.</summary>
    public static Finding Comments(string what) =>
        new("GT6015", $"Comments are left in the file: {what}. They are left out here; whoever opens the file can read them. Delete them and save the file again.", "");

    /// <summary>What the file says about itself and its makers.</summary>
    public static Finding Metadata(string what) =>
        new("GT6016", $"The file says more about itself than its text does: {what}. None of it is read; whoever has the file can look it up. Remove it before the file is published.", "");

    /// <summary>Words that cannot be seen on the page: under a black box, or in the colour of their ground.</summary>
    public static Finding CoveredText(string what) =>
        new("GT6017", $"Words are in the file that cannot be seen on the page: {what}. They are left out here; whoever has the file can copy them out. Remove the words themselves, not only the sight of them.", "");

    /// <summary>Text that stands beside the body and is not read.</summary>
    public static Finding Beside(string what) =>
        new("GT6018", $"Text stands beside the body and is not read: {what}. If the document needs it, move it into the body; if not, see that it may be published.", "");

    /// <summary>Other files inside the file.</summary>
    public static Finding Embedded(string what) =>
        new("GT6019", $"Other files are inside the file: {what}. None is read; whoever has the file can open them whole. Put a picture in their place, or remove them.", "");

    /// <summary>A part that could not be looked into, so that nobody knows what it hides.</summary>
    public static Finding Damaged(Finding kind) =>
        kind with { Message = "A part of the file is damaged and could not be looked into for what it hides. Open the file in the program that made it and save it again." };
}
