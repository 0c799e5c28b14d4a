namespace Unknot.Practice.Storage;

/// <summary>A key by which the server signs and encrypts, shared by all its nodes.</summary>
public sealed class StoredKey
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
