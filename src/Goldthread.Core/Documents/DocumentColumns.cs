using Goldthread.Core.Records;

namespace Goldthread.Core.Documents;

/// <summary>What lists show of a document of no known kind.</summary>
public static class DocumentColumns
{
    /// <summary>The columns. The title says nothing of the file: columns are for whoever may see the record, the file is for staff.</summary>
    public static Columns Of(Document _) => new("Document not recognised");
}
