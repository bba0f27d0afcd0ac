using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Goldthread.Core.Diagnostics;

namespace Goldthread.Reading.Texts.Hidden;

/// <summary>Finds what a Word file says about itself and its makers.</summary>
internal static class WordMetadata
{
    /// <summary>The names of what it says beyond the text; never the values.</summary>
    public static Finding? Find(WordprocessingDocument document, string text)
    {
        var core = document.PackageProperties;
        var more = document.ExtendedFilePropertiesPart?.Properties;
        var template = more?.Template?.Text;
        var names = Metadata.Names(
            [
                new("author", core.Creator),
                new("last changed by", core.LastModifiedBy),
                new("company", more?.Company?.Text),
                new("manager", more?.Manager?.Text),
                new("template", template is null || template.StartsWith("Normal", StringComparison.OrdinalIgnoreCase) ? null : template),
                new("title", core.Title, IsOfText: true),
                new("subject", core.Subject, IsOfText: true),
                new("category", core.Category, IsOfText: true),
                new("keywords", core.Keywords, IsOfText: true),
                new("description", core.Description, IsOfText: true),
                new("status", core.ContentStatus, IsOfText: true),
            ],
            text);
        var counted = Counted.List(
            (document.CustomFilePropertiesPart?.Properties?.ChildElements.Count ?? 0, "property of its own", "properties of its own"),
            (document.MainDocumentPart!.DocumentSettingsPart?.Settings?.Descendants<DocumentVariable>().Count() ?? 0, "document variable", "document variables"));
        var what = string.Join(", ", new[] { names, counted }.OfType<string>());
        return what.Length == 0 ? null : HiddenFindings.Metadata(what);
    }
}
