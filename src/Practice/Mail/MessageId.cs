using Unknot.Practice.Storage;

namespace Unknot.Practice.Mail;

/// <summary>Names a message of the outbox; also the left part of the Message-ID it is sent with.</summary>
public readonly record struct MessageId(Guid Value) : IRowId<MessageId>
{
    public static MessageId Of(Guid value) => new(value);

    public static MessageId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
