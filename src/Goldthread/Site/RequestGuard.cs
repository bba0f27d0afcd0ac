namespace Goldthread.Site;

/// <summary>Turns away requests that no link of ours makes: text that is not text, and methods that change things.</summary>
internal static class RequestGuard
{
    public static void UseRequestGuard(this WebApplication app) => app.Use((context, next) =>
    {
        if (!IsText(context.Request.Path.Value) || !IsText(Decode(context.Request.QueryString.Value)))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    });

    /// <summary>Only reading: the public pages have nothing that can be changed.</summary>
    public static void UseReadOnly(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ReadOnlyPage>() is not null
            && !HttpMethods.IsGet(context.Request.Method)
            && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static string? Decode(string? query) => query is null ? null : Uri.UnescapeDataString(query.Replace('+', ' '));

    // A path or query that was not valid UTF-8 keeps its percent signs or arrives with replacement characters.
    private static bool IsText(string? text)
    {
        if (text is null)
        {
            return true;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || IsStrayEscape(text, i))
            {
                return false;
            }

            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private static bool IsStrayEscape(string text, int at) =>
        text[at] == '%' && at + 2 < text.Length
        && text[at + 1] is (>= '8' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')
        && char.IsAsciiHexDigit(text[at + 2]);
}

/// <summary>Marks pages that answer GET and HEAD only.</summary>
internal sealed class ReadOnlyPage;
