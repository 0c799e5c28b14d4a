using Unknot.Practice.Storage;

namespace Unknot.Practice.Comments;

/// <summary>Names a comment.</summary>
public readonly record struct CommentId(Guid Value) : IRowId<CommentId>
{
    public static CommentId Of(Guid value) => new(value);

    public static CommentId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
