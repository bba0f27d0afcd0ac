using System.Net;
using System.Net.Security;
using System.Text;
using Goldthread.Mail;
using Goldthread.People;

namespace Goldthread.Tests.Mail;

public sealed class MailerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("goldthread-mail-").FullName;

    public void Dispose()
    {
        Trust(null);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task SendAsync_StartTls_SignsInAndSendsEncryptedOnly()
    {
        await using var server = new SmtpServer();
        Trust((_, certificate, _, _) => certificate?.GetCertHashString() == server.Certificate.GetCertHashString());
        Directory.CreateDirectory(Path.Combine(folder, "secrets"));
        await File.WriteAllTextAsync(Path.Combine(folder, "secrets", "mail.secret"), "correct horse\n", TestContext.Current.CancellationToken);

        var wrong = await SendAsync(new MailSettings { Host = "localhost", Port = server.Port, User = "goldthread", From = "register@example.org" });

        Assert.Null(wrong);
        Assert.Equal(["EHLO", "STARTTLS"], server.Lines.Where(line => line.StartsWith("clear", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]));
        Assert.Contains($"tls {Convert.ToBase64String(Encoding.UTF8.GetBytes("correct horse"))}", server.Lines);
        Assert.Contains("tls MAIL FROM:<register@example.org>", server.Lines);
        Assert.Contains("tls RCPT TO:<ada@example.org>", server.Lines);
        var message = Assert.Single(server.Messages);
        Assert.Contains("Message-ID: <digest-1@example.org>", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated", message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SendAsync_ServerWithoutTls_SendsNothingAndSaysSo()
    {
        await using var server = new SmtpServer(offersTls: false);

        var wrong = await SendAsync(new MailSettings { Host = "localhost", Port = server.Port });

        Assert.StartsWith("An email was not sent:", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Lines, line => line.Contains("MAIL", StringComparison.Ordinal));
        Assert.Null(await SendAsync(new MailSettings { Host = "localhost", Port = server.Port, StartTls = false }));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task SendAsync_CertificateThatNobodyTrusts_SendsNothing()
    {
        await using var server = new SmtpServer();

        var wrong = await SendAsync(new MailSettings { Host = "localhost", Port = server.Port });

        Assert.NotNull(wrong);
        Assert.Empty(server.Messages);
        Assert.DoesNotContain(server.Lines, line => line.Contains("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendAsync_PasswordWithoutTlsOrMissing_IsRefusedBeforeConnecting()
    {
        var settings = new MailSettings { Host = "localhost", Port = 1, User = "goldthread", StartTls = false };

        Assert.Contains("only sent encrypted", await SendAsync(settings), StringComparison.Ordinal);
        settings.StartTls = true;
        Assert.Contains("mail.secret", await SendAsync(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_NoServer_WritesOneFileEach()
    {
        Assert.Null(await SendAsync(new MailSettings()));
        Assert.Null(await SendAsync(new MailSettings()));

        var files = Directory.GetFiles(Path.Combine(folder, "outbox"), "*.eml");
        Assert.Equal(2, files.Length);
        Assert.Contains("To: ada@example.org", await File.ReadAllTextAsync(files[0], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada@example.org\r\nBcc: eve@example.org", "One thing waits")]
    [InlineData("ada@example.org, eve@example.org", "One thing waits")]
    [InlineData("ada@example.org\n\nAnother text", "One thing waits")]
    [InlineData("ada@example.org", "One thing\r\nBcc: eve@example.org")]
    public async Task SendAsync_LineBreakOrSecondAddress_IsRefused(string to, string subject)
    {
        var wrong = await new Mailer(new MailSettings(), new Secrets(folder), folder).SendAsync(to, subject, "Text", "digest-1", TestContext.Current.CancellationToken);

        Assert.NotNull(wrong);
        Assert.Empty(Directory.Exists(Path.Combine(folder, "outbox")) ? Directory.GetFiles(Path.Combine(folder, "outbox")) : []);
    }

    [Fact]
    public async Task SendAsync_NobodyListens_SaysSo() =>
        Assert.StartsWith("An email was not sent:", await SendAsync(new MailSettings { Host = "localhost", Port = 1 }), StringComparison.Ordinal);

    private Task<string?> SendAsync(MailSettings settings) =>
        new Mailer(settings, new Secrets(folder), folder).SendAsync("ada@example.org", "One thing waits", "Text", "digest-1", TestContext.Current.CancellationToken);

    // System.Net.Mail asks this one hook of the process about certificates; nothing else of the program uses it.
#pragma warning disable SYSLIB0014, MA0039
    private static void Trust(RemoteCertificateValidationCallback? judge) => ServicePointManager.ServerCertificateValidationCallback = judge;
#pragma warning restore SYSLIB0014, MA0039
}
