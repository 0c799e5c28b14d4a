namespace Unknot.Practice.Mail;

/// <summary>A message could not be handed over. The text names no address and nothing of the message.</summary>
public sealed class MailException(string message, Exception inner) : Exception(message, inner);
