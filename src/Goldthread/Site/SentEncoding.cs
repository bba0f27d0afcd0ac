using Microsoft.Net.Http.Headers;

namespace Goldthread.Site;

/// <summary>Which of the encodings we send a client accepts: one answer for the cache's key and for the compressor.</summary>
internal static class SentEncoding
{
    private static readonly string[] Ours = ["br", "gzip"];

    /// <summary>
    /// Puts in place of what the request says it accepts the one encoding that we send: <c>br</c>, <c>gzip</c> or none,
    /// and returns it. A header that cannot be read accepts none.
    /// </summary>
    /// <remarks>Weights among those accepted make no difference, except that one of 0 refuses (RFC 9110, 12.5.3).</remarks>
    public static string Settle(IHeaderDictionary headers)
    {
        var accepted = headers.AcceptEncoding;
        if (accepted.Count == 0)
            return "";
        var sent = accepted.ToString() is "gzip, deflate, br" or "gzip, deflate, br, zstd" or "br" ? "br" : Choose(accepted);
        headers.AcceptEncoding = sent;
        return sent;
    }

    private static string Choose(IList<string?> accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. accepted.Select(value => value ?? "")], out var wanted))
            return "";
        var any = wanted.FirstOrDefault(each => each.Value == "*");
        return Ours.FirstOrDefault(ours =>
            (wanted.FirstOrDefault(each => each.Value.Equals(ours, StringComparison.OrdinalIgnoreCase)) ?? any) is { } said && said.Quality is not <= 0) ?? "";
    }
}
