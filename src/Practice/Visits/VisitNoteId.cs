using Unknot.Practice.Storage;

namespace Unknot.Practice.Visits;

/// <summary>Names a note of a visit for ever.</summary>
public readonly record struct VisitNoteId(Guid Value) : IRowId<VisitNoteId>
{
    public static VisitNoteId Of(Guid value) => new(value);

    public static VisitNoteId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
