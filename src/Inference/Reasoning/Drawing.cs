using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Inference.Reasoning;

/// <summary>Where it hurts and where it does not, as somebody marked it. The order of entries means nothing; repeated ones count once, the strongest.</summary>
public sealed record Drawing
{
    /// <summary>Regions named as a whole: somewhere in it it hurts.</summary>
    public required ImmutableArray<RegionPain> Regions { get; init; }

    /// <summary>Patches of skin that were painted.</summary>
    public required ImmutableArray<CellPain> Cells { get; init; }

    /// <summary>What was drawn, stroke by stroke; the alternative to cells.</summary>
    public ImmutableArray<Stroke> Strokes { get; init; } = [];

    /// <summary>Regions said to be free of pain. A region that is merely not marked is not listed here.</summary>
    public required ImmutableArray<SidedRegion> PainFree { get; init; }
}

/// <param name="Region">A region on a side that it has.</param>
/// <param name="Intensity">Above 0, at most 1; 1 is the strongest pain of the drawing.</param>
public readonly record struct RegionPain(SidedRegion Region, double Intensity);

/// <param name="Cell">A cell of the surface.</param>
/// <param name="Intensity">Above 0, at most 1; 1 is the strongest pain of the drawing.</param>
public readonly record struct CellPain(CellId Cell, double Intensity);
