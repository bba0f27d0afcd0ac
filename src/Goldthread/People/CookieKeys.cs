using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Goldthread.Register.People;
using Goldthread.Register.Records;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;

namespace Goldthread.People;

/// <summary>Keeps the keys that protect cookies and forms in the database, so that every process over it has the same.</summary>
internal sealed class CookieKeys(RegisterDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = database.Open();
        return [.. context.CookieKeys.AsNoTracking().OrderBy(row => row.Name).Select(row => row.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = database.Open();
        context.CookieKeys.Add(new CookieKeyRow { Name = $"{friendlyName}-{Guid.NewGuid():N}", Xml = element.ToString(SaveOptions.DisableFormatting) });
        context.SaveChanges();
    }
}

/// <summary>Encrypts those keys with a secret that is outside the database.</summary>
internal sealed class CookieKeyEncryptor(Secrets secrets) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("encrypted", Convert.ToBase64String(SecretBox.Seal(secrets.Get("cookie"), Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))),
        typeof(CookieKeyDecryptor));
}

/// <summary>Decrypts them again.</summary>
internal sealed class CookieKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        SecretBox.Open(services.GetRequiredService<Secrets>().Get("cookie"), Convert.FromBase64String(encryptedElement.Value)) is { } text
            ? XElement.Parse(Encoding.UTF8.GetString(text))
            : throw new CryptographicException("This key was encrypted with another secret.");
}
