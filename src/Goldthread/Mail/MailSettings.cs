using Goldthread.Core.People;

namespace Goldthread.Mail;

/// <summary>How email is sent, bound from the configuration section <c>Mail</c>. The password is no setting: it is the secret <c>mail</c>.</summary>
internal sealed class MailSettings
{
    /// <summary>The mail server; emails are written into the folder <c>outbox</c> of the data folder where none is set.</summary>
    public string? Host { get; set; }

    /// <summary>Its port for submission (RFC 6409).</summary>
    public int Port { get; set; } = 587;

    /// <summary>
    /// Whether nothing is sent until the connection is encrypted (STARTTLS). Turn it off only for a server on the machine itself.
    /// </summary>
    public bool StartTls { get; set; } = true;

    /// <summary>Who signs in to the server; nobody where not set.</summary>
    public string? User { get; set; }

    /// <summary>The address that emails come from.</summary>
    public string From { get; set; } = "goldthread@localhost";

    /// <summary>The day of the week on which digests go out.</summary>
    public DayOfWeek DigestDay { get; set; } = DigestWeek.Usual.Day;

    /// <summary>The hour at which they do, by local clocks, 0 to 23.</summary>
    public int DigestHour { get; set; } = DigestWeek.Usual.At.Hour;
}
