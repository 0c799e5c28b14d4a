using Unknot.Practice.Storage;

namespace Unknot.Practice.Hooks;

/// <summary>Names a webhook for ever.</summary>
public readonly record struct WebhookId(Guid Value) : IRowId<WebhookId>
{
    public static WebhookId Of(Guid value) => new(value);

    public static WebhookId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
