using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Goldthread.Tests.Mail;

/// <summary>A mail server for one connection after another, with a certificate of its own making; it keeps what it was told.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task serving;
    private readonly bool offersTls;

    public SmtpServer(bool offersTls = true)
    {
        this.offersTls = offersTls;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        Certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        listener.Start();
        serving = ServeAsync();
    }

    public X509Certificate2 Certificate { get; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Each line that came, with <c>tls</c> or <c>clear</c> before it.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Each message that came.</summary>
    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        try
        {
            await serving;
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
        {
            // It was serving when it was stopped.
        }

        listener.Dispose();
        Certificate.Dispose();
        end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!end.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(end.Token);
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                // It hung up, as on a certificate that it does not trust.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var how = "clear";
        await SayAsync(stream, "220 localhost");
        while (await LineAsync(stream) is { } line)
        {
            Lines.Add($"{how} {line}");
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await SayAsync(stream, how == "clear" && offersTls ? "250-localhost\r\n250 STARTTLS" : "250-localhost\r\n250 AUTH LOGIN");
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 Go on");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(Certificate);
                    (stream, how) = (secure, "tls");
                    break;
                case "AUTH":
                    await SayAsync(stream, "334 UGFzc3dvcmQ6");
                    Lines.Add($"{how} {await LineAsync(stream)}");
                    await SayAsync(stream, "235 Welcome");
                    break;
                case "DATA":
                    await SayAsync(stream, "354 Go on");
                    var message = new StringBuilder();
                    while (await LineAsync(stream) is { } part && part != ".")
                        message.Append(part).Append('\n');
                    Messages.Add(message.ToString());
                    await SayAsync(stream, "250 Taken");
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 Bye");
                    return;
                default:
                    await SayAsync(stream, "250 Fine");
                    break;
            }
        }
    }

    private async Task SayAsync(Stream stream, string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), end.Token);

    private async Task<string?> LineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, end.Token) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }
}
