namespace Unknot.Practice.Mail;

/// <summary>Where no mail server is named: messages stay in the outbox, which the console shows.</summary>
public sealed class NoSender : IMailSender
{
    public bool CanSend => false;

    public Task SendAsync(OutboxMessage message, string to, CancellationToken cancellation) =>
        throw new InvalidOperationException("No mail server is set up; ask CanSend first.");
}
