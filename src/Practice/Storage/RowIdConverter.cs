using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Unknot.Practice.Storage;

/// <summary>Keys are stored as plain UUIDs.</summary>
internal sealed class RowIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, stored => Made(stored))
    where TId : struct, IRowId<TId>
{
    private static TId Made(Guid stored) => TId.Of(stored);
}
