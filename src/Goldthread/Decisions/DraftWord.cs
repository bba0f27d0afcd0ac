using System.Globalization;
using System.Text.RegularExpressions;
using Goldthread.Core.Decisions;
using Goldthread.Core.Decisions.Drafts;
using Goldthread.Downloads;
using Goldthread.People;
using Goldthread.Reading;
using Goldthread.Register.Decisions;
using Goldthread.Site;
using Microsoft.Extensions.Options;

namespace Goldthread.Decisions;

/// <summary>A draft as a Word file, and a Word file as the fields of a draft.</summary>
internal static partial class DraftWord
{
    /// <summary>The endpoint, as the table of access has it.</summary>
    public const string Route = "/desk/decisions/{id:guid}.docx";

    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static void MapDraftWord(this IEndpointRouteBuilder app) =>
        app.MapGet(Route, async (Guid id, HttpContext http, DraftService drafts, CurrentPerson current, TimeProvider clock, IOptions<BodySettings> own) =>
            await drafts.FindAsync(id, current.Standing!, http.RequestAborted) is { } draft
                ? Results.File(Write(draft, own.Value.Name, clock.GetUtcNow().UtcDateTime), MediaType, $"draft-{draft.Head.Slug ?? draft.Head.Id.ToString("N")[^8..]}.docx")
                : Results.NotFound()).ExcludeFromDescription();

    /// <summary>The file: in the order of published decisions, marked as a draft, with the time at which it was taken out.</summary>
    public static byte[] Write(DraftEntry draft, string office, DateTime now)
    {
        var word = new WordFile(DraftWords.Title(draft.Head));
        word.Small($"DRAFT. Not signed, not published, for the staff of {office}. Taken out {now.ToString(Instant, CultureInfo.InvariantCulture)}.");
        DecisionWord.Write(word, DraftDecision.Write(draft.Content, draft.Head.Reference).Decision);
        return word.ToBytes();
    }

    /// <summary>The fields that a file holds, and when it was taken out; what is wrong where it holds none.</summary>
    public static (DraftContent? Content, DateTime? Taken, string? Wrong) Read(string name, byte[] bytes, DocumentReader reader, CancellationToken stop) =>
        reader.Read(name, bytes, stop) switch
        {
            ReadOutcome.Read { Reading: { Record: Decision decision } reading } => (DraftDecision.Read(WithoutMark(decision)), TakenAt(reading.Text), null),
            ReadOutcome.Read => (null, null, "This file does not read as a decision. Give back the file that was taken out here, or one laid out like it."),
            ReadOutcome.Failed failed => (null, null, failed.Message),
            var other => throw new InvalidOperationException($"A file was neither read nor refused: {other}"),
        };

    private static DateTime? TakenAt(string text) =>
        Stamp().Match(text) is { Success: true } found && DateTime.TryParseExact(found.Groups["at"].Value, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    // What the file says of itself, of publication and of who was consulted is none of the words of the report.
    private static Decision WithoutMark(Decision decision) => decision with
    {
        Sections = [.. decision.Sections.Where(section => section.Heading is not ("Publication" or "Who was consulted"))
            .Select(section => section with { Paragraphs = [.. section.Paragraphs.Where(paragraph => !Stamp().IsMatch(paragraph.Text))] })],
    };

    [GeneratedRegex(@"\bTaken out (?<at>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stamp();
}
