using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Goldthread.Site;

/// <summary>Turns away requests that no link of ours makes: too long, text that is not text, and methods that change things.</summary>
internal static class RequestGuard
{
    /// <summary>The longest address answered, in characters of its path and query.</summary>
    public const int LongestAddress = 8 * 1024;

    /// <summary>The most that all headers of a request may hold together, in characters.</summary>
    public const int MostHeaders = 32 * 1024;

    public static void UseRequestGuard(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            return next(context); // it was turned away before, and is on its way to the page that says so
        }

        if (context.Request.Path.Value?.Length + context.Request.QueryString.Value?.Length > LongestAddress)
        {
            context.Response.StatusCode = StatusCodes.Status414UriTooLong;
            return Task.CompletedTask;
        }

        if (Length(context.Request.Headers) > MostHeaders)
        {
            context.Response.StatusCode = StatusCodes.Status431RequestHeaderFieldsTooLarge;
            return Task.CompletedTask;
        }

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

    /// <summary>A body that is said to be larger than is taken is not read at all; an endpoint with a limit of its own says so itself.</summary>
    public static void UseBodyLimit(this WebApplication app) => app.Use((context, next) =>
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null
            && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static long Length(IHeaderDictionary headers)
    {
        var length = 0L;
        foreach (var header in headers)
        {
            length += header.Key.Length;
            foreach (var value in header.Value)
            {
                length += value?.Length ?? 0;
            }
        }

        return length;
    }

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
