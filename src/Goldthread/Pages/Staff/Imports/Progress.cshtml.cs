using Goldthread.Core.Records;
using Goldthread.Register.Imports;
using Goldthread.Register.Publishing;
using Goldthread.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Goldthread.Pages.Staff.Imports;

/// <summary>How far the reading of what somebody gave is, and what became of each file.</summary>
public sealed class ProgressModel(GivenFiles given, RegisterView view, RecordAddress addresses) : PageModel
{
    /// <summary>What was given.</summary>
    public GivenState Given { get; private set; } = null!;

    /// <summary>The records that the files were read into.</summary>
    public IReadOnlyDictionary<Guid, RecordHead> Records { get; private set; } = new Dictionary<Guid, RecordHead>();

    /// <summary>How many are done.</summary>
    public int Done => Given.Files.Count(file => file.Result is not null);

    /// <summary>Whether all are.</summary>
    public bool IsDone => Done == Given.Files.Count;

    /// <summary>How far it is, in a sentence.</summary>
    public string Count
    {
        get
        {
            var (read, unchanged, failed) = (Of("read"), Of("unchanged"), Of("failed"));
            return IsDone
                ? $"All done: {Wording.Number(read)} read, {Wording.Number(unchanged)} there already, {Wording.Number(failed)} not read."
                : $"{Wording.Number(Done)} of {Wording.Number(Given.Files.Count)} done{(failed > 0 ? $", {Wording.Number(failed)} of them not read" : "")}.";
        }
    }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await given.FindAsync(id, HttpContext.RequestAborted) is not { } found)
            return NotFound();
        Given = found;
        Records = await view.HeadsAsync([.. found.Files.Select(file => file.Record).OfType<Guid>().Distinct()], HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>The page of a record.</summary>
    public string? AddressOf(RecordHead head) => addresses.Of(head);

    /// <summary>What became of a file, in words.</summary>
    public static string Say(GivenFile file) => file.Result switch
    {
        "read" => "Read",
        "unchanged" => "There already: nothing changed",
        "failed" => "Not read",
        _ => "Waiting",
    };

    /// <summary>A length in words.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024 / 1024} MB";

    private int Of(string result) => Given.Files.Count(file => file.Result == result);
}
