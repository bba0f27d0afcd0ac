using Goldthread.Commands;
using Goldthread.Core.Readings;
using Goldthread.Site;

namespace Goldthread.History;

/// <summary>Prints where a record's fields stand in its document, as staff may see it: in their whole lines, with what is wrong in place.</summary>
internal static class SourcePrinter
{
    /// <summary>Prints by line.</summary>
    /// <returns>The exit status: 1 where the record was not imported.</returns>
    public static int Write(RecordSources sources, string reference, TextWriter output)
    {
        if (sources.Passages.Count == 0)
            return RegisterOptions.Fail($"{reference} was not read from a document.");
        var diagnostics = new Queue<Core.Diagnostics.Diagnostic>(sources.Diagnostics);
        foreach (var source in sources.Passages.OrderBy(source => source.Place.Line).ThenBy(source => source.Place.Column))
        {
            Diagnose(source.Place.Line);
            output.WriteLine($"{source.Place.Line}:{source.Place.Column} {FieldWords.Say(source.Pointer)}");
            foreach (var line in $"{source.Before}[{source.Passage}]{source.After}".Split('\n'))
                output.WriteLine($"    {line}");
        }

        Diagnose(int.MaxValue);
        return 0;

        void Diagnose(int line)
        {
            while (diagnostics.TryPeek(out var found) && found.Line <= line)
                output.WriteLine($"{found.Line}:{found.Column} {found.Severity.ToString().ToLowerInvariant()} {diagnostics.Dequeue().Code}: {found.Message}");
        }
    }
}
