using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Goldthread.Register.People;
using Goldthread.Site;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.Primitives;

namespace Goldthread.People;

/// <summary>Fields of a page's form that it reads itself and that wait with the others; each name with all that begins with it and a dot.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeepsFieldsAttribute(params string[] names) : Attribute
{
    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => names;
}

/// <summary>
/// Nothing typed is lost by a sign-in that ran out, or by the question whether it is she: what was typed waits, encrypted,
/// until she is back at the same form. Of a form only the fields that its page binds or names (<see cref="KeepsFieldsAttribute"/>) are kept; passwords and codes
/// (<see cref="DataType.Password"/>) and files never are. It is for whoever's session it was, and the browser that has the key.
/// </summary>
internal sealed class FormKeeper(KeptForms forms, PageLoader pages, IDataProtectionProvider protection)
{
    private const string Cookie = "goldthread-kept";
    private static readonly object There = new();

    private readonly IDataProtector protector = protection.CreateProtector("A form that waits for its person");

    private sealed record Kept(string Path, Guid Person, Dictionary<string, string[]> Fields);

    /// <summary>Keeps what was typed into a form that is not taken now.</summary>
    /// <returns>Whether there was anything to keep.</returns>
    public async Task<bool> KeepAsync(HttpContext http, Endpoint endpoint, Guid person)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
            || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            return false;
        var compiled = await pages.LoadAsync(page, endpoint.Metadata);
        if (!typeof(FormPage).IsAssignableFrom(compiled.ModelTypeInfo) || await FormAsync(http) is not { } form)
            return false;
        var names = Typed(compiled).Select(NameOf).Concat(compiled.ModelTypeInfo!.GetCustomAttribute<KeepsFieldsAttribute>()?.Names ?? []).ToList();
        var typed = form.Where(field => names.Exists(name => IsOf(field.Key, name)) && !StringValues.IsNullOrEmpty(field.Value))
            .ToDictionary(field => field.Key, field => field.Value.OfType<string>().ToArray(), StringComparer.OrdinalIgnoreCase);
        if (typed.Count == 0)
            return false;
        var key = await forms.KeepAsync(person, protector.Protect(Packed(new Kept(PathOf(http), person, typed))), http.RequestAborted);
        http.Response.Cookies.Append(Cookie, key, Looks(http));
        return true;
    }

    /// <summary>Puts what waits for this page into it, where something does.</summary>
    public async Task FillAsync(FormPage page)
    {
        var http = page.HttpContext;
        if (await FindAsync(http) is not { } kept)
            return;
        page.Waited = new FormCollection(kept.Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value), StringComparer.OrdinalIgnoreCase));
        var values = new FormValueProvider(BindingSource.Form, page.Waited, CultureInfo.InvariantCulture);
        var (metadata, binders) = (http.RequestServices.GetRequiredService<IModelMetadataProvider>(), http.RequestServices.GetRequiredService<IModelBinderFactory>());
        foreach (var bound in Typed(page.PageContext.ActionDescriptor).Where(bound => values.ContainsPrefix(NameOf(bound))))
        {
            var about = metadata.GetMetadataForProperty(bound.Property.DeclaringType!, bound.Property.Name);
            var binder = binders.CreateBinder(new ModelBinderFactoryContext { Metadata = about, BindingInfo = bound.BindingInfo, CacheToken = bound });
            var binding = DefaultModelBindingContext.CreateBindingContext(page.PageContext, values, about, bound.BindingInfo, NameOf(bound));
            await binder.BindModelAsync(binding);
            if (binding.Result.IsModelSet)
                bound.Property.SetValue(page, binding.Result.Model);
        }

        page.ModelState.Clear();
    }

    /// <summary>Whether what the page shows waited for her.</summary>
    public static bool IsBack(HttpContext http) => http.Items[There] is Kept;

    /// <summary>Forgets what waited for a page whose form is now taken.</summary>
    public async Task ForgetAsync(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 and < 100 } key)
            return;
        await forms.ForgetAsync(key, http.RequestAborted);
        http.Response.Cookies.Delete(Cookie, Looks(http));
    }

    private async Task<Kept?> FindAsync(HttpContext http)
    {
        if (http.Items[There] is Kept found)
            return found;
        if (!HttpMethods.IsGet(http.Request.Method) || http.Request.Cookies[Cookie] is not { Length: > 0 and < 100 } key
            || http.RequestServices.GetRequiredService<CurrentPerson>().Standing is not { } standing
            || await forms.FindAsync(standing.Person, key, http.RequestAborted) is not { } box)
            return null;
        try
        {
            var kept = Unpacked(protector.Unprotect(box));
            if (kept.Person != standing.Person || !kept.Path.Equals(PathOf(http), StringComparison.OrdinalIgnoreCase))
                return null;
            http.Items[There] = kept;
            return kept;
        }
        catch (CryptographicException)
        {
            return null; // the keys that protect cookies were replaced meanwhile
        }
    }

    private static async Task<IFormCollection?> FormAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return null; // larger than any form of ours
        }
    }

    private static IEnumerable<PageBoundPropertyDescriptor> Typed(CompiledPageActionDescriptor page) =>
        page.BoundProperties.OfType<PageBoundPropertyDescriptor>().Where(bound => bound.Property.GetCustomAttribute<DataTypeAttribute>()?.DataType != DataType.Password);

    private static string NameOf(ParameterDescriptor bound) => bound.BindingInfo?.BinderModelName ?? bound.Name;

    private static bool IsOf(string field, string name) =>
        field.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (field.Length == name.Length || field[name.Length] is '.' or '[');

    private static string PathOf(HttpContext http) => http.Request.Path.ToUriComponent();

    // Lax, because she may come back from the provider of sign-in. Of this form's address alone.
    private static CookieOptions Looks(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = PathOf(http), MaxAge = KeptForms.Longest, IsEssential = true };

    private static byte[] Packed(Kept kept)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, kept);
        return packed.ToArray();
    }

    private static Kept Unpacked(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<Kept>(brotli)!;
    }
}
