using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body;

/// <summary>A place near a trigger point that a person can see or feel, to find the point from.</summary>
public sealed record NearbyLandmark
{
    public required LandmarkId Landmark { get; init; }

    /// <summary>What stands beside it on a figure, at most 24 characters.</summary>
    public required string Name { get; init; }

    /// <summary>On the skin, in the body frame in millimetres.</summary>
    public required Vector3 Position { get; init; }

    /// <summary>Along the skin from where the point is pressed, above 0 and at most 110.</summary>
    public required float DistanceMillimetres { get; init; }

    internal NearbyLandmark Mirrored() => this with { Position = Position with { X = -Position.X } };
}
