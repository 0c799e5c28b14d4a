namespace Unknot.Practice.Storage;

/// <summary>The key of a row: a version 7 UUID, so that keys made later sort after earlier ones.</summary>
public interface IRowId<TSelf>
    where TSelf : struct, IRowId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}
