using System.Numerics;

namespace Unknot.Body;

/// <summary>A trigger point in the body frame, in millimetres.</summary>
public sealed record PlacedPoint
{
    /// <summary>On its fibre, inside the body.</summary>
    public required Vector3 Position { get; init; }

    /// <summary>The nearest place on the skin: where to press.</summary>
    public required Vector3 OnSkin { get; init; }

    /// <summary>Out of the body at that place; length 1.</summary>
    public required Vector3 Normal { get; init; }

    /// <summary>From the skin to the point.</summary>
    public required float DepthMillimetres { get; init; }

    internal PlacedPoint Mirrored() => this with
    {
        Position = Position with { X = -Position.X },
        OnSkin = OnSkin with { X = -OnSkin.X },
        Normal = Normal with { X = -Normal.X },
    };
}
