using Unknot.Practice.Storage;

namespace Unknot.Practice.Hooks;

/// <summary>Names a key of the API for ever; not the secret.</summary>
public readonly record struct ApiKeyId(Guid Value) : IRowId<ApiKeyId>
{
    public static ApiKeyId Of(Guid value) => new(value);

    public static ApiKeyId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
