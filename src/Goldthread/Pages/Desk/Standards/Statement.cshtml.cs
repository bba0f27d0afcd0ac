using System.Globalization;
using Goldthread.Core.People;
using Goldthread.Core.Records;
using Goldthread.Core.Standards;
using Goldthread.People;
using Goldthread.Register.Publishing;
using Goldthread.Register.Standards;
using Goldthread.Site;
using Goldthread.Standards;
using Microsoft.AspNetCore.Mvc;

namespace Goldthread.Pages.Desk.Standards;

/// <summary>One statement: answered by the organisation, reviewed by others.</summary>
public sealed class DeskStatementModel(StandardsRegister register, AssessmentService assessments, RegisterView view, RecordAddress addresses, CurrentPerson current) : FormPage
{
    /// <summary>Who she is.</summary>
    public Standing Me => current.Standing!;

    /// <summary>The organisation.</summary>
    public OrganisationStanding Of { get; private set; } = null!;

    /// <summary>The statement with its answer.</summary>
    public StatementRow Row { get; private set; } = null!;

    /// <summary>The borough looked at; empty for the organisation as a whole.</summary>
    [FromQuery(Name = "borough")]
    public string? Borough { get; set; }

    /// <summary>The answer.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What shows it.</summary>
    [BindProperty]
    public string? Evidence { get; set; }

    /// <summary>A record of this register that shows it: its reference or its address.</summary>
    [BindProperty]
    public string? Shows { get; set; }

    /// <summary>What will be done about a gap.</summary>
    [BindProperty]
    public string? What { get; set; }

    /// <summary>Who does it.</summary>
    [BindProperty]
    public string? Owner { get; set; }

    /// <summary>By when, as typed.</summary>
    [BindProperty]
    public string? Due { get; set; }

    /// <summary>What was done.</summary>
    [BindProperty]
    public string? Done { get; set; }

    /// <summary>Whether a reviewer agrees.</summary>
    [BindProperty]
    public string? Agrees { get; set; }

    /// <summary>What a reviewer says.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>What others can learn from it.</summary>
    [BindProperty]
    public string? Good { get; set; }

    /// <summary>The answer that a reviewer had before her.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Whether she answers it.</summary>
    public bool MayAssess => AssessmentRules.MayAssess(Me, Of.Reference);

    /// <summary>Whether she reviews the answer.</summary>
    public bool MayReview => AssessmentRules.MayReview(Me, Of.Reference) && Row is { Answer: not null, OfTheWhole: false };

    /// <summary>The number of the statement after this one; null after the last.</summary>
    public string? Next { get; private set; }

    /// <summary>What comes after the address where a borough is looked at.</summary>
    public string Query => Borough is { Length: > 0 } borough ? $"?borough={Uri.EscapeDataString(borough)}" : "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string organisation, string number)
    {
        if (!await FoundAsync(organisation, number))
            return NotFound();
        if (Row.Answer is { } answer)
        {
            if (!Row.IsOfEarlierWording && !Row.OfTheWhole)
                Answer = answer.Answer.ToString();
            (Evidence, Shows) = (answer.Evidence, answer.Shows);
            (What, Owner, Due) = (answer.Action?.What, answer.Action?.Owner, answer.Action?.Due.ToString("d/M/yyyy", CultureInfo.InvariantCulture));
            if (answer.Review is { } review)
                (Agrees, Words, Good) = (review.Agrees ? "yes" : "no", review.Words, review.GoodPractice);
        }

        return Page();
    }

    /// <summary>Answers it, and goes on to the next.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(string organisation, string number)
    {
        if (!await FoundAsync(organisation, number))
            return NotFound();
        if (!Enum.TryParse<Answered>(Answer, out var answered) || !Enum.IsDefined(answered))
            ModelState.AddModelError("answer", "Choose an answer");
        var shows = await ShowsAsync(Shows?.Trim() ?? "");
        var due = Day(Due?.Trim(), "due");
        if (!ModelState.IsValid)
            return Page();
        var given = new AssessedStatement
        {
            Number = Row.Statement.Number,
            Answer = answered,
            Evidence = Evidence ?? "",
            Shows = shows,
            Action = new GapAction { What = What?.Trim() ?? "", Owner = Owner?.Trim() ?? "", Due = due ?? default },
        };
        return After(await assessments.AnswerAsync(Of.Of(Borough ?? ""), given, Me, HttpContext.RequestAborted), Next);
    }

    /// <summary>In a borough, takes the answer away: that of the whole counts again.</summary>
    public async Task<IActionResult> OnPostWholeAsync(string organisation, string number) => await FoundAsync(organisation, number)
        ? After(await assessments.AsTheWholeAsync(Of.Of(Borough ?? ""), Row.Statement.Number, Me, HttpContext.RequestAborted), null)
        : NotFound();

    /// <summary>Keeps that the action was done.</summary>
    public async Task<IActionResult> OnPostDoneAsync(string organisation, string number) => await FoundAsync(organisation, number)
        ? After(await assessments.DoneAsync(Of.Of(Borough ?? ""), Row.Statement.Number, Done ?? "", Me, HttpContext.RequestAborted), Row.Statement.Number)
        : NotFound();

    /// <summary>Reviews the answer.</summary>
    public async Task<IActionResult> OnPostReviewAsync(string organisation, string number)
    {
        if (!await FoundAsync(organisation, number))
            return NotFound();
        if (Agrees is not ("yes" or "no"))
        {
            ModelState.AddModelError("agrees", "Say whether you agree");
            return Page();
        }

        var review = new Review { Agrees = Agrees == "yes", Words = Words ?? "", GoodPractice = Good ?? "" };
        return After(await assessments.ReviewAsync(Of.Of(Borough ?? ""), Row.Statement.Number, Seen ?? "", review, Me, HttpContext.RequestAborted), null);
    }

    private IActionResult After(StandardsOutcome outcome, string? next)
    {
        if (outcome == StandardsOutcome.Nothing)
            return NotFound();
        if (outcome.Fault is not { } fault)
            return LocalRedirect($"/desk/standards/{Uri.EscapeDataString(Of.Reference)}{(next is null ? "" : "/" + next)}{Query}");
        if (outcome == StandardsOutcome.Changed)
            Seen = Row.Answer is { } answer ? AssessmentService.Seen(answer) : "";
        ModelState.AddModelError(fault.Field, fault.Message);
        return Page();
    }

    // A record is named as people name it, by reference or address, and kept as its address; one that not everybody may see is not evidence for everybody.
    private async Task<string> ShowsAsync(string typed)
    {
        if (typed.Length == 0)
            return "";
        if (Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            typed = address.AbsolutePath;
        var parts = typed.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var kind = PageKind.At(typed, byDay: parts.Length == 3);
        var found = await view.ReferredToAsync(parts is [_, .. var rest] && kind is not null ? string.Join('/', rest) : typed, HttpContext.RequestAborted);
        var record = found.FirstOrDefault(head => (kind is null || head.Kind == kind.Name) && head.Visibility == Core.Publishing.Audience.Public && head.Status == RecordStatus.Current);
        if (record is not null && addresses.Of(record) is { } known)
            return known;
        ModelState.AddModelError("shows", "No public record of this register goes by that. Enter its reference, such as PCD 542, or its address");
        return "";
    }

    // Addresses that the site makes have small letters; a number is the same in either.
    private async Task<bool> FoundAsync(string organisation, string number)
    {
        var stop = HttpContext.RequestAborted;
        if (Borough is { Length: > 0 } borough && !(await register.BookAsync(stop)).Boroughs.Any(one => one.Name == borough))
            return false;
        if (await register.OfAsync(organisation, stop) is not { } of || of.In(Borough ?? "").Rows.FirstOrDefault(row => row.Statement.Number.Equals(number, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return false;
        (Of, Row) = (of, found);
        Next = of.Asked.SkipWhile(one => one.Number != found.Statement.Number).Skip(1).FirstOrDefault()?.Number;
        Seen ??= found.Answer is { } answer ? AssessmentService.Seen(answer) : "";
        return true;
    }
}
