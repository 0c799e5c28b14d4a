using System.Numerics;

namespace Unknot.Body.Builds;

/// <summary>
/// What sets a build apart from the neutral figure, by height above the floor. Heights stay, so stature and soles do; above the
/// jaw, below the knee and in the hands nothing changes its form.
/// </summary>
internal sealed record BuildShape
{
    /// <summary>Depth is measured from here, in millimetres: between spine and breast bone.</summary>
    internal const double Middle = -10;

    /// <summary>Step of the slopes in millimetres.</summary>
    private const double Step = 0.5;

    /// <summary>How far out the trunk and the thigh reach: from here the shift of the arms sets in.</summary>
    internal static readonly Profile TrunkEdge = new(
        (700, 200), (Level.Hips, 195), (Level.IliacCrest, 172), (Level.Waist, 150), (Level.Chest, 142), (Level.Shoulders, 125));

    /// <summary>How far in the arm reaches: from here outwards everything is only shifted.</summary>
    internal static readonly Profile ArmEdge = new(
        (700, 335), (Level.Hips, 300), (Level.IliacCrest, 235), (Level.Waist, 198), (1200, 190), (Level.Shoulders, 190));

    /// <summary>Of trunk and thighs beside that of the neutral figure: 1 = the same.</summary>
    internal required Profile Breadth { get; init; }

    /// <summary>Of trunk and thighs from front to back beside that of the neutral figure: 1 = the same.</summary>
    internal required Profile Depth { get; init; }

    /// <summary>How far the arms stand farther out, in millimetres; they keep their thickness.</summary>
    internal required Profile ArmShift { get; init; }

    /// <param name="towards">1: the men's mean, −1: the women's, 0: the neutral figure; with the emphasis of all builds.</param>
    internal static BuildShape Between(double towards)
    {
        // Rounded, so that the table that is written has the very same numbers.
        double Scale(Anthropometry.Measure measure, double share = 1) =>
            Math.Round(1 + (towards * share * Anthropometry.Emphasis * measure.Lead), 4);
        var acromion = Math.Round(towards * Anthropometry.Emphasis * Anthropometry.BiacromialBreadth.Lead * Anthropometry.BiacromialBreadth.Middle / 2, 2);
        return new BuildShape
        {
            Breadth = new(
                (Level.Knees, 1),
                (Level.MidThigh, Scale(Anthropometry.ThighCircumference)),
                (Level.Hips, Scale(Anthropometry.HipBreadth)),
                (Level.Waist, Scale(Anthropometry.WaistBreadth)),
                (Level.Chest, Scale(Anthropometry.ChestBreadth)),
                (Level.Armpits, Scale(Anthropometry.BiacromialBreadth, share: 0.75)),
                (Level.Shoulders, Scale(Anthropometry.BiacromialBreadth)),
                (Level.NeckBase, Scale(Anthropometry.NeckCircumference, share: 0.35)),
                (Level.Jaw, 1)),
            Depth = new(
                (Level.Knees, 1),
                (Level.MidThigh, Scale(Anthropometry.ThighCircumference)),
                (Level.Hips, Scale(Anthropometry.ButtockDepth)),
                (Level.Waist, Scale(Anthropometry.WaistDepth)),
                (Level.Chest, 1),
                (Level.Jaw, 1)),
            ArmShift = new((Level.Shoulders, acromion), (Level.Jaw, 0)),
        };
    }

    /// <summary>Where a place of the neutral figure lies.</summary>
    internal (double X, double Z) Place(double x, double y, double z)
    {
        var outwards = Math.Abs(x);
        var (inner, outer) = (TrunkEdge.At(y), ArmEdge.At(y));
        var share = Math.Clamp((outwards - inner) / (outer - inner), 0, 1);
        var arm = share * share * (3 - (2 * share));
        var moved = ((1 - arm) * outwards * (Breadth.At(y) - 1)) + (arm * ArmShift.At(y));
        return (x + (Math.Sign(x) * moved), z + ((1 - arm) * (z - Middle) * (Depth.At(y) - 1)));
    }

    /// <summary>A direction out of the skin, carried along: by the inverse transpose of the map's slopes.</summary>
    /// <returns>Length 1.</returns>
    internal Vector3 Direction(Vector3 at, Vector3 normal)
    {
        var (x, y, z) = ((double)at.X, (double)at.Y, (double)at.Z);
        var ((rightX, rightZ), (leftX, leftZ)) = (Place(x + Step, y, z), Place(x - Step, y, z));
        var ((upX, upZ), (downX, downZ)) = (Place(x, y + Step, z), Place(x, y - Step, z));
        var depth = (Place(x, y, z + Step).Z - Place(x, y, z - Step).Z) / (2 * Step);

        // Heights stay and breadth does not change with depth, so the three equations are solved one after the other.
        var outZ = normal.Z / depth;
        var outX = (normal.X - (outZ * (rightZ - leftZ) / (2 * Step))) * 2 * Step / (rightX - leftX);
        var outY = normal.Y - (outX * (upX - downX) / (2 * Step)) - (outZ * (upZ - downZ) / (2 * Step));
        return Vector3.Normalize(new Vector3((float)outX, (float)outY, (float)outZ));
    }

    /// <summary>Heights above the floor in millimetres, at the levels of the neutral figure's landmarks.</summary>
    private static class Level
    {
        internal const double Knees = 480;
        internal const double MidThigh = 660;
        internal const double Hips = 880;
        internal const double IliacCrest = 1020;
        internal const double Waist = 1110;
        internal const double Chest = 1270;
        internal const double Armpits = 1340;
        internal const double Shoulders = 1425;
        internal const double NeckBase = 1485;
        internal const double Jaw = 1540;
    }
}
