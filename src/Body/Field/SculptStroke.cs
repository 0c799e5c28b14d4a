using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>A soft groove or ridge drawn over the surface: moves it by a bell curve of the distance to a line.</summary>
internal sealed class SculptStroke
{
    /// <summary>Beyond this many widths from the line nothing moves.</summary>
    private const float ReachInWidths = 2.6f;

    private const int SamplesPerSpan = 12;

    /// <summary>What is left of distances in the direction through which a stroke works.</summary>
    private const float ThroughShare = 0.2f;

    private readonly Curve curve;
    private readonly Vector3 through;
    private readonly float height;
    private readonly float width;
    private readonly bool tapered;

    /// <param name="path">Places along the stroke, at least two.</param>
    /// <param name="height">Greatest movement of the surface in millimetres; positive = outwards.</param>
    /// <param name="width">Distance from the line, in millimetres, at which the movement has fallen to 1/e.</param>
    /// <param name="tapered">Whether the stroke fades towards its ends; strokes between two places never do.</param>
    /// <param name="through">
    /// A unit vector, or zero. In this direction the stroke reaches five times as far, so that it need not be given exactly at the skin.
    /// </param>
    internal SculptStroke(ReadOnlySpan<Vector3> path, float height, float width, bool tapered = true, Vector3 through = default)
    {
        this.through = through;
        var knots = new Knot[path.Length];
        for (var i = 0; i < knots.Length; i++)
        {
            knots[i] = new Knot(Flattened(path[i]), width * ReachInWidths);
        }

        curve = new Curve(knots, SamplesPerSpan);
        this.height = height;
        this.width = width;
        this.tapered = tapered && !curve.IsStraight;
        foreach (var centre in curve.Centres)
        {
            var depth = through * (Vector3.Dot(centre, through) * ((1 / ThroughShare) - 1));
            Bounds = Bounds.Including(centre + depth, width * ReachInWidths * (through == default ? 1 : 1 / ThroughShare));
        }
    }

    /// <summary>A box outside which nothing moves.</summary>
    internal Bounds Bounds { get; } = Bounds.Empty;

    /// <summary>How far the surface moves outwards at a point, in millimetres.</summary>
    internal float Displacement(Vector3 point)
    {
        point = Flattened(point);
        var share = curve.Nearest(point, out var centre, out _);
        var distance = Vector3.Distance(point, centre) / width;
        if (distance > ReachInWidths)
        {
            return 0;
        }

        var displacement = height * MathF.Exp(-distance * distance);
        if (!tapered)
        {
            return displacement;
        }

        var fade = Math.Clamp((MathF.Min(share, 1 - share) * 3.2f) + 0.08f, 0, 1);
        return displacement * fade * fade * (3 - (2 * fade));
    }

    private Vector3 Flattened(Vector3 point) => point - (through * (Vector3.Dot(point, through) * (1 - ThroughShare)));
}
