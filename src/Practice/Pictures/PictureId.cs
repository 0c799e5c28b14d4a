using Unknot.Practice.Storage;

namespace Unknot.Practice.Pictures;

/// <summary>Names a stored picture.</summary>
public readonly record struct PictureId(Guid Value) : IRowId<PictureId>
{
    public static PictureId Of(Guid value) => new(value);

    public static PictureId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
