using System.Collections.Immutable;
using System.Globalization;

namespace Unknot.Practice.Pictures;

/// <summary>A picture as it was taken in: made anew from its pixels, without what a camera wrote beside them.</summary>
public sealed class Picture
{
    public required PictureId Id { get; init; }

    /// <summary>Name of the file it came from, shown in the console only.</summary>
    public required string Name { get; init; }

    /// <summary>Of the largest file, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Of the largest file, in pixels.</summary>
    public required int Height { get; init; }

    public required DateTime AddedAtUtc { get; init; }

    /// <summary>Who added it; null for what came with the product.</summary>
    public Guid? PersonId { get; init; }

    public List<PictureFile> Files { get; init; } = [];

    /// <summary>Of its files, the smallest first: each of <see cref="PictureIntake.SmallerWidths"/> that is smaller than the largest, and the largest.</summary>
    public ImmutableArray<int> Widths => [.. PictureIntake.SmallerWidths.Where(width => width < Width), Width];

    /// <summary>From the root.</summary>
    public string AddressAt(int width) => $"/pictures/{Id}/{width.ToString(CultureInfo.InvariantCulture)}";
}
