using Unknot.Practice.Storage;

namespace Unknot.Practice.Articles;

/// <summary>Names who writes articles.</summary>
public readonly record struct AuthorId(Guid Value) : IRowId<AuthorId>
{
    public static AuthorId Of(Guid value) => new(value);

    public static AuthorId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
