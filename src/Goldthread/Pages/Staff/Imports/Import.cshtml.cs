using Goldthread.Core.Publishing;
using Goldthread.Core.Records;
using Goldthread.Downloads;
using Goldthread.Imports;
using Goldthread.People;
using Goldthread.Reading;
using Goldthread.Register.Imports;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Goldthread.Pages.Staff.Imports;

/// <summary>Gives documents to the register: stored first, read afterwards.</summary>
[TooMuchAtOnce]
[RequestSizeLimit(MostBytes + Around)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes + Around, ValueCountLimit = 100)]
public sealed class ImportModel(GivenFiles given, IServiceProvider services, CurrentPerson current, IOptions<BodySettings> own) : FormPage
{
    /// <summary>The most bytes that are given at once.</summary>
    public const int MostBytes = 256 * 1024 * 1024;

    // Names and the form's other fields.
    private const int Around = 1024 * 1024;
    private const int LongestBody = 60;
    private const int Latest = 20;

    /// <summary>The endings of what can be read.</summary>
    public const string Endings = ".txt,.html,.htm,.docx,.pdf";

    /// <summary>The limits in a sentence.</summary>
    public static string Limits => $"At most {GivenFiles.MostFiles} files and {MostBytes / 1024 / 1024} MB at once, each of at most {DocumentReader.LargestFile / 1024 / 1024} MB.";

    /// <summary>Whether more was sent than is taken, and nothing of it was kept.</summary>
    [BindProperty(SupportsGet = true, Name = "toomuch")]
    public bool TooMuch { get; set; }

    /// <summary>The public body whose documents they are.</summary>
    [BindProperty]
    public string? Body { get; set; }

    /// <summary>Who may see what is recognised.</summary>
    [BindProperty]
    public string? Visibility { get; set; }

    /// <summary>What was given before, the latest first.</summary>
    public IReadOnlyList<GivenCount> Before { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task OnGetAsync()
    {
        if (TooMuch)
            ModelState.AddModelError("files", $"That was too much at once, and nothing of it was kept. {Limits}");
        await ShowAsync();
    }

    /// <summary>Stores what was given.</summary>
    public async Task<IActionResult> OnPostAsync(List<IFormFile> files)
    {
        Check(files);
        if (!ModelState.IsValid)
        {
            await ShowAsync();
            return Page();
        }

        var giving = new Giving(current.Standing!.Person, current.Who, Body!, Visibility == "staff" ? Audience.Staff : Audience.Public);
        var id = await given.StoreAsync(giving, EachAsync(files), HttpContext.RequestAborted);
        services.GetRequiredService<ImportWorker>().Wake();
        return RedirectToPage("/Staff/Imports/Progress", new { id });
    }

    /// <summary>How far what was given before is.</summary>
    public static string Say(GivenCount before)
    {
        var words = new[] { ("read", "read"), ("unchanged", "there already"), ("failed", "not read"), ("", "waiting") }
            .Select(result => (Count: before.Counts.GetValueOrDefault(result.Item1), Words: result.Item2))
            .Where(result => result.Count > 0).Select(result => $"{Wording.Number(result.Count)} {result.Words}");
        return string.Join(", ", words);
    }

    private void Check(List<IFormFile> files)
    {
        Body = string.IsNullOrWhiteSpace(Body) ? own.Value.Id : Body.Trim();
        if (Body.Length > LongestBody || Slug.Of(Body) != Body || Body.Contains('/', StringComparison.Ordinal) || Body == RecordKind.CommonBody)
            ModelState.AddModelError("body", "Enter the body’s short name as it stands in addresses: small letters, figures and hyphens, such as west-midshire-pcc");
        if (Visibility is not ("public" or "staff"))
            ModelState.AddModelError("visibility", "Choose who may see what is recognised");
        if (files.Count == 0)
            ModelState.AddModelError("files", "Choose at least one file");
        if (files.Count > GivenFiles.MostFiles)
            ModelState.AddModelError("files", $"You chose {Wording.Number(files.Count)} files. Give at most {GivenFiles.MostFiles} at once");
        foreach (var file in files.Where(file => file.Length > DocumentReader.LargestFile).Take(3))
            ModelState.AddModelError("files", $"{Originals.SafeName(file.FileName)} has {file.Length / 1024 / 1024} MB. Give files of at most {DocumentReader.LargestFile / 1024 / 1024} MB");
    }

    private static async IAsyncEnumerable<(string File, byte[] Bytes)> EachAsync(IEnumerable<IFormFile> files)
    {
        foreach (var file in files)
        {
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes);
            yield return (Originals.SafeName(file.FileName), bytes);
        }
    }

    private async Task ShowAsync()
    {
        Body ??= own.Value.Id;
        Before = await given.LatestAsync(Latest, HttpContext.RequestAborted);
    }

    /// <summary>Says that too much was sent before any of it is read.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TooMuchAtOnceAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
    {
        // Before the form is read to look for the token of the page.
        public int Order => 100;

        public void OnAuthorization(AuthorizationFilterContext context)
        {
            if (context.HttpContext.Request.ContentLength > MostBytes + Around)
                context.Result = new LocalRedirectResult("/desk/import?toomuch=true");
        }
    }
}
