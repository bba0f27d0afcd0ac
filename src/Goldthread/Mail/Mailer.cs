using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;
using Goldthread.People;

namespace Goldthread.Mail;

/// <summary>Sends plain emails over STARTTLS, or writes each into the folder <c>outbox</c> where no server is set.</summary>
internal sealed class Mailer(MailSettings settings, Secrets secrets, string dataFolder)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The folder that emails are written into where no server is set.</summary>
    public string Outbox { get; } = Path.Combine(Path.GetFullPath(dataFolder), "outbox");

    /// <summary>Sends an email.</summary>
    /// <param name="to">One address, without a name.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">What it says.</param>
    /// <param name="id">What makes it the same email when it is sent again; letters, digits and dashes.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="end">Where one POST ends such emails; for those that somebody asked for.</param>
    /// <returns>Null where the server took it; else what was wrong, without the address.</returns>
    public async Task<string?> SendAsync(string to, string subject, string text, string id, CancellationToken stop, string? end = null)
    {
        if (settings.User is not null && !settings.StartTls)
            return "Mail: a password is only sent encrypted. Turn Mail:StartTls on, or take Mail:User out.";
        if (settings.User is not null && secrets.Text("mail") is null)
            return $"Mail: the password of {settings.User} is missing. Put it into {secrets.Folder}/mail.secret or GOLDTHREAD_MAIL_SECRET.";
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(Longest);
        try
        {
            using var message = Message(to, subject, text, id);
            if (end is not null)
            {
                message.Headers.Add("List-Unsubscribe", $"<{end}>"); // RFC 2369
                message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"); // RFC 8058
            }

            using var client = Client();
            await client.SendMailAsync(message, limited.Token);
            return null;
        }
        catch (SmtpFailedRecipientException e)
        {
            // What the server says of an address often repeats it, and this comes to stand in a log.
            return $"An email was not sent: the mail server does not take its address (it answered {(int)e.StatusCode}).";
        }
        catch (Exception e) when (e is SmtpException or AuthenticationException or IOException or UnauthorizedAccessException)
        {
            return $"An email was not sent: {(e.InnerException ?? e).Message.Replace(to, "its address", StringComparison.OrdinalIgnoreCase)}";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return $"An email was not sent: {settings.Host} did not answer within {Longest.TotalSeconds:0} seconds.";
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return "An email was not sent: its address or its sender is no email address.";
        }
    }

    // MailAddress and MailMessage refuse line breaks, so that no header can be smuggled in; what MailAddress would take
    // for a name before an address, such as another address, is refused here.
    private MailMessage Message(string to, string subject, string text, string id)
    {
        if (!MailAddress.TryCreate(to, out var address) || address.Address != to)
            throw new FormatException("This is not one address.");
        var from = new MailAddress(settings.From);
        var message = new MailMessage(from, address)
        {
            Subject = subject,
            SubjectEncoding = Encoding.UTF8,
            Body = text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", $"<{id}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence answers it
        return message;
    }

    private SmtpClient Client()
    {
        if (settings.Host is not { Length: > 0 } host)
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(Outbox);
            else
                Directory.CreateDirectory(Outbox, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Outbox };
        }

        return new SmtpClient(host, settings.Port)
        {
            EnableSsl = settings.StartTls,
            UseDefaultCredentials = false,
            Credentials = settings.User is { } user ? new NetworkCredential(user, secrets.Text("mail")) : null,
        };
    }
}
