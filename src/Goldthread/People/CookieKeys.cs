using System.Security.Cryptography;
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

/// <summary>Encrypts those keys with a secret that is outside the database (AES-256-GCM: nonce, tag, text).</summary>
internal sealed class CookieKeyEncryptor(Secrets secrets) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[CookieKeyDecryptor.Nonce + CookieKeyDecryptor.Tag + text.Length];
        var nonce = box.AsSpan(0, CookieKeyDecryptor.Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(secrets.Get("cookie"), CookieKeyDecryptor.Tag);
        aes.Encrypt(nonce, text, box.AsSpan(CookieKeyDecryptor.Nonce + CookieKeyDecryptor.Tag), box.AsSpan(CookieKeyDecryptor.Nonce, CookieKeyDecryptor.Tag));
        return new EncryptedXmlInfo(new XElement("encrypted", Convert.ToBase64String(box)), typeof(CookieKeyDecryptor));
    }
}

/// <summary>Decrypts them again.</summary>
internal sealed class CookieKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public const int Nonce = 12;
    public const int Tag = 16;

    public XElement Decrypt(XElement encryptedElement)
    {
        var box = Convert.FromBase64String(encryptedElement.Value);
        var text = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(services.GetRequiredService<Secrets>().Get("cookie"), Tag);
        aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), text);
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(text));
    }
}
