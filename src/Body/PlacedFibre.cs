using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Body;

/// <summary>A fibre of a muscle as a line through the body frame, in millimetres.</summary>
public sealed record PlacedFibre
{
    /// <summary>From the first station to the last, at least two places, some 7 mm apart.</summary>
    public required ImmutableArray<Vector3> Path { get; init; }

    /// <summary>One a place; thin at both ends.</summary>
    public required ImmutableArray<float> RadiiMillimetres { get; init; }

    internal PlacedFibre Mirrored() => this with { Path = [.. Path.Select(place => place with { X = -place.X })] };
}
