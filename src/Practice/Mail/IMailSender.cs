namespace Unknot.Practice.Mail;

/// <summary>How mail leaves the house.</summary>
public interface IMailSender
{
    /// <summary>False where nothing is set up: then nothing is tried, and messages wait.</summary>
    bool CanSend { get; }

    /// <param name="message">Of the outbox.</param>
    /// <param name="to">Where it goes, resolved: never <see cref="Outbox.ThePractice"/>.</param>
    /// <exception cref="MailException">It could not be handed over.</exception>
    Task SendAsync(OutboxMessage message, string to, CancellationToken cancellation);
}
