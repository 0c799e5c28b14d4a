using Unknot.Practice.Storage;

namespace Unknot.Practice.Articles;

/// <summary>Names an article for ever; its address may change.</summary>
public readonly record struct ArticleId(Guid Value) : IRowId<ArticleId>
{
    public static ArticleId Of(Guid value) => new(value);

    public static ArticleId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
