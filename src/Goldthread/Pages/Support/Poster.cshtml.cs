using System.Globalization;
using System.Text;
using Goldthread.Core.Rules;
using Goldthread.Site;
using Goldthread.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using QRCoder;

namespace Goldthread.Pages.Support;

/// <summary>A poster for a wall and a link for a partner's page: the address of the pages for survivors, and nothing that runs.</summary>
public sealed class PosterModel(SupportLanguages languages, Helplines helplines, IOptions<BodySettings> body, TimeProvider clock) : PageModel
{
    private const int MostLines = 3;

    /// <summary>The texts.</summary>
    public SupportWords Words => languages.English;

    /// <summary>The lines that stand on it.</summary>
    public IEnumerable<Helpline> Lines => helplines.On("", Wording.Today(clock)).Take(MostLines);

    /// <summary>The address of the pages.</summary>
    public string Address => (body.Value.Address?.TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}") + "/support";

    /// <summary>What a partner puts into its page.</summary>
    public string Embed => $"<a href=\"{Address}\" rel=\"noreferrer\">{Words["title"]}</a>";

    /// <summary>The dark squares of the code, as the path of an SVG, with the light margin that readers need around them.</summary>
    public string Qr { get; private set; } = "";

    /// <summary>The squares of a side.</summary>
    public int Size { get; private set; }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        (Qr, Size) = (path.ToString(), code.ModuleMatrix.Count);
    }
}
