using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body;

/// <summary>The ways of a ball over the skin when one muscle is rolled, in the frame of the neutral figure. Immutable.</summary>
public sealed record RollPath
{
    /// <summary>The lanes of the data in order, then one for each point that none of them passes within its spread.</summary>
    public required ImmutableArray<RolledLane> Lanes { get; init; }

    /// <param name="release">A release of the muscle that has a roll.</param>
    /// <param name="side">Left or right; the right is the mirror of the left.</param>
    /// <exception cref="ArgumentException">The release has no roll.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The side is the midline.</exception>
    /// <exception cref="InvalidOperationException">What a lane keeps clear of leaves too little of it, or a point outside its spread.</exception>
    /// <exception cref="KeyNotFoundException">The muscle is not laid on this body.</exception>
    public static RollPath Lay(BodyAtlas body, Muscle muscle, Release release, Side side)
    {
        var roll = release.Roll ?? throw new ArgumentException($"The release of {muscle.Id} with {release.Technique} has no roll.", nameof(release));
        if (side == Side.Midline)
        {
            throw new ArgumentOutOfRangeException(nameof(side), side, "A ball rolls on the left or on the right.");
        }

        var lanes = new Rolling.LaneLayer(body, muscle, roll).Lay(release.Points);
        return new RollPath { Lanes = side == Side.Left ? lanes : [.. lanes.Select(lane => lane.Mirrored())] };
    }
}

/// <summary>One lane on the skin.</summary>
public sealed record RolledLane
{
    /// <summary>The lane of the data that it follows; <c>null</c> for one made for a single point.</summary>
    public required RollLane? Lane { get; init; }

    /// <summary>At least two places, from the start to the turn, equally far apart and at most 5 mm.</summary>
    public required ImmutableArray<RolledPlace> Places { get; init; }

    /// <summary>Where the ball holds still, in the order in which it passes them on the way there.</summary>
    public required ImmutableArray<RollPause> Pauses { get; init; }

    /// <summary>In millimetres, along the skin.</summary>
    public float LengthMillimetres => Places[^1].AtMillimetres;

    internal RolledLane Mirrored() => this with { Places = [.. Places.Select(place => place.Mirrored())] };
}

/// <summary>Where the ball touches the skin.</summary>
/// <param name="Normal">Out of the body; length 1.</param>
/// <param name="AtMillimetres">Way from the start of the lane, along the skin.</param>
public readonly record struct RolledPlace(Vector3 Position, Vector3 Normal, float AtMillimetres)
{
    internal RolledPlace Mirrored() => this with { Position = Position with { X = -Position.X }, Normal = Normal with { X = -Normal.X } };
}

/// <summary>A hold on a point.</summary>
/// <param name="AtMillimetres">Way from the start of the lane.</param>
/// <param name="AsideMillimetres">From the typical site of the point, on the skin, to where the ball holds; at most the point's spread.</param>
public readonly record struct RollPause(PointId Point, float AtMillimetres, float AsideMillimetres);
