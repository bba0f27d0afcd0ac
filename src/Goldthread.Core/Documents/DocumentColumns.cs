using Goldthread.Core.Records;

namespace Goldthread.Core.Documents;

/// <summary>What lists show of a document of no known kind.</summary>
public static class DocumentColumns
{
    /// <summary>The columns: the file's name for a title.</summary>
    public static Columns Of(Document document) => new(document.Import?.File ?? "Document");
}
