using Goldthread.Core.People;
using Goldthread.People;
using Goldthread.Register.Decisions;
using Goldthread.Register.Due;
using Goldthread.Register.People;
using Goldthread.Register.Records;

namespace Goldthread.Mail;

/// <summary>What sending email needs, set up in one place.</summary>
internal static class MailServices
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        var week = new DigestWeek(settings.DigestDay, new TimeOnly(Math.Clamp(settings.DigestHour, 0, 23), 0));
        services.AddSingleton(provider => new Mailer(settings, provider.GetRequiredService<Secrets>(), provider.GetRequiredService<RegisterDatabase>().DataFolder));
        services.AddSingleton(provider => new WeeklyDigests(provider.GetRequiredService<RegisterDatabase>(), week));
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<WeeklyDigests>());
        services.AddSingleton<IDueWork, DigestMail>();
        services.AddSingleton<ReminderMail>();
        services.AddSingleton<IDueWork>(provider => new RemindPublicationWork(provider.GetRequiredService<RegisterDatabase>(), provider.GetRequiredService<ReminderMail>().SendAsync));
    }
}
