using System.Globalization;
using Unknot.Practice.Mail;

namespace Unknot.Web.Hosting;

/// <summary>
/// How mail goes out: <c>Smtp:Host</c>, <c>Port</c> (25 unless told, 587 with encryption), <c>User</c>, <c>Password</c>, <c>From</c>, and <c>Tls</c>, true unless told. Encryption is STARTTLS; a server that
/// speaks TLS from the first byte (port 465) is not supported by .NET's own client. Without a host nothing is sent and messages wait in the outbox.
/// </summary>
internal static class Mailing
{
    internal static void AddMailing(this WebApplicationBuilder builder)
    {
        if (SettingsFrom(builder.Configuration) is { } settings)
        {
            builder.Services.AddSingleton(settings).AddSingleton<IMailSender, SmtpSender>();
        }
        else
        {
            builder.Services.AddSingleton<IMailSender, NoSender>();
        }

        builder.Services.AddSingleton<OutboxRun>();
    }

    /// <exception cref="InvalidOperationException">What is set makes no sense; better said at the start than in the night.</exception>
    private static SmtpSettings? SettingsFrom(ConfigurationManager configuration)
    {
        var smtp = configuration.GetSection("Smtp");
        if (string.IsNullOrWhiteSpace(smtp["Host"]))
        {
            return null;
        }

        var useTls = smtp["Tls"] is not { Length: > 0 } tls || (bool.TryParse(tls, out var read) ? read : throw new InvalidOperationException($"Smtp:Tls is '{tls}'; it must be true or false."));
        var port = smtp["Port"] is not { Length: > 0 } text ? (useTls ? 587 : 25)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65535 ? number
            : throw new InvalidOperationException($"Smtp:Port is '{text}'; it must be a number from 1 to 65535.");
        if (smtp["From"] is not { } from || !MailAddresses.IsPlausible(from))
        {
            throw new InvalidOperationException("Smtp:Host is set, so Smtp:From must be the e-mail address that messages come from.");
        }

        return new SmtpSettings
        {
            Host = smtp["Host"]!,
            Port = port,
            User = smtp["User"] is { Length: > 0 } user ? user : null,
            Password = smtp["Password"],
            From = from,
            UseTls = useTls,
        };
    }
}
