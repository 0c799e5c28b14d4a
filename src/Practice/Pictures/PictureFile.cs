namespace Unknot.Practice.Pictures;

/// <summary>One size of a picture.</summary>
public sealed class PictureFile
{
    public required PictureId PictureId { get; init; }

    /// <summary>In pixels; with the picture's id the key.</summary>
    public required int Width { get; init; }

    /// <summary><c>image/webp</c>, <c>image/jpeg</c> or <c>image/png</c>.</summary>
    public required string ContentType { get; init; }

#pragma warning disable CA1819 // A column of bytes is an array to the database; nobody writes into it.
    public required byte[] Content { get; init; }
#pragma warning restore CA1819
}
