using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Seen;
using Unknot.Charts.Art;
using Unknot.Charts.Layout;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Stippling;

/// <summary>Zones of pain as dots on the drawn skin: dense where nearly everyone feels it, sparse where some do.</summary>
internal static class Stipple
{
    /// <summary>Distance of the densest dots on paper, in points.</summary>
    private const float Spacing = 2.05f;

    internal const float EssentialDiameter = 1.15f;
    private const float SpilloverDiameter = 0.95f;

    /// <summary>Share of all dots that a spillover zone shows.</summary>
    private const float SpilloverShare = 0.2f;

    /// <summary>On a chart of many points the dots are densest from this share of the largest number of points on.</summary>
    private const float DensestShare = 0.7f;

    /// <summary>Essential zones dense, spillover zones sparse, both fading at the edge.</summary>
    internal static IEnumerable<Mark> Zones(View view, Placing placing, SkinWeights weights, float diameterFactor = 1)
    {
        var (dense, sparse) = (ImmutableArray.CreateBuilder<Vector2>(), ImmutableArray.CreateBuilder<Vector2>());
        foreach (var (place, rank, weight) in Candidates(view, placing, weights))
        {
            var essential = weight.Essential * weight.Essential;
            if (rank < essential && essential > 0.12f)
            {
                dense.Add(place);
            }
            else if (rank < SpilloverShare * MathF.Min(1, 1.6f * weight.Spillover))
            {
                sparse.Add(place);
            }
        }

        return Marks((sparse, SpilloverDiameter * diameterFactor), (dense, EssentialDiameter * diameterFactor));
    }

    /// <summary>The more points are felt somewhere, the denser the dots.</summary>
    internal static IEnumerable<Mark> Reach(View view, Placing placing, SkinWeights weights)
    {
        var dots = ImmutableArray.CreateBuilder<Vector2>();
        var densest = DensestShare * weights.MostReach;
        foreach (var (place, rank, weight) in Candidates(view, placing, weights))
        {
            if (rank < 0.8f * MathF.Min(1, weight.Reach / densest))
            {
                dots.Add(place);
            }
        }

        return Marks((dots, SpilloverDiameter));
    }

    /// <summary>A sample for the key.</summary>
    internal static IEnumerable<Mark> Swatch(Box box, StippleKind kind)
    {
        var (share, diameter) = kind switch
        {
            StippleKind.Essential => (1, EssentialDiameter),
            StippleKind.Spillover => (SpilloverShare, SpilloverDiameter),
            _ => (0.5f, SpilloverDiameter),
        };
        return Marks(([.. Pattern(box).Where(dot => dot.Rank < share).Select(dot => dot.Place)], diameter));
    }

    private static IEnumerable<Mark> Marks(params (IReadOnlyCollection<Vector2> Dots, float Diameter)[] sorts) =>
        sorts.Where(sort => sort.Dots.Count > 0).Select(sort => new Mark.Dots([.. sort.Dots], sort.Diameter, Colours.Pain));

    private static IEnumerable<(Vector2 Place, float Rank, WeightAt Weight)> Candidates(View view, Placing placing, SkinWeights weights)
    {
        foreach (var (place, rank) in Pattern(placing.Window))
        {
            if (view.Skin.At(placing.ToBody(place), weights) is { } weight && (weight.Essential > 0 || weight.Spillover > 0))
            {
                yield return (place, rank, weight);
            }
        }
    }

    private static IEnumerable<(Vector2 Place, float Rank)> Pattern(Box window)
    {
        var side = Spacing / DotPattern.FullSpacing;
        var dots = DotPattern.Dots;
        for (var row = MathF.Floor(window.Top / side); row * side < window.Bottom; row++)
        {
            for (var column = MathF.Floor(window.Left / side); column * side < window.Right; column++)
            {
                for (var i = 0; i < dots.Length; i++)
                {
                    var place = (dots[i] + new Vector2(column, row)) * side;
                    if (window.Contains(place))
                    {
                        yield return (place, (i + 0.5f) / dots.Length);
                    }
                }
            }
        }
    }
}

/// <summary>What dots say.</summary>
internal enum StippleKind
{
    Essential,
    Spillover,
    Reach,
}
