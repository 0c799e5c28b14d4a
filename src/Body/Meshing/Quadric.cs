using System.Numerics;

namespace Unknot.Body.Meshing;

/// <summary>The weighted sum of squared distances to planes, as a function of a point (Garland and Heckbert's error quadric).</summary>
internal struct Quadric
{
    private double xx;
    private double xy;
    private double xz;
    private double xw;
    private double yy;
    private double yz;
    private double yw;
    private double zz;
    private double zw;
    private double ww;

    /// <param name="normal">Unit vector.</param>
    /// <param name="offset">Minus the plane's distance from the origin along the normal.</param>
    internal void AddPlane(Vector3 normal, float offset, double weight)
    {
        var (x, y, z, w) = ((double)normal.X, (double)normal.Y, (double)normal.Z, (double)offset);
        xx += weight * x * x;
        xy += weight * x * y;
        xz += weight * x * z;
        xw += weight * x * w;
        yy += weight * y * y;
        yz += weight * y * z;
        yw += weight * y * w;
        zz += weight * z * z;
        zw += weight * z * w;
        ww += weight * w * w;
    }

    internal static Quadric Sum(in Quadric a, in Quadric b) => new()
    {
        xx = a.xx + b.xx,
        xy = a.xy + b.xy,
        xz = a.xz + b.xz,
        xw = a.xw + b.xw,
        yy = a.yy + b.yy,
        yz = a.yz + b.yz,
        yw = a.yw + b.yw,
        zz = a.zz + b.zz,
        zw = a.zw + b.zw,
        ww = a.ww + b.ww,
    };

    internal readonly double ErrorAt(Vector3 point)
    {
        var (x, y, z) = ((double)point.X, (double)point.Y, (double)point.Z);
        return (xx * x * x) + (2 * xy * x * y) + (2 * xz * x * z) + (2 * xw * x)
            + (yy * y * y) + (2 * yz * y * z) + (2 * yw * y) + (zz * z * z) + (2 * zw * z) + ww;
    }

    /// <summary>The point of least error.</summary>
    /// <returns>False when the planes leave a direction open, as on flat skin.</returns>
    internal readonly bool TryMinimum(out Vector3 point)
    {
        var determinant = (xx * ((yy * zz) - (yz * yz))) - (xy * ((xy * zz) - (yz * xz))) + (xz * ((xy * yz) - (yy * xz)));
        if (Math.Abs(determinant) < 1e-7 * Math.Pow(xx + yy + zz, 3))
        {
            point = default;
            return false;
        }

        var x = (xw * ((yy * zz) - (yz * yz))) - (xy * ((yw * zz) - (yz * zw))) + (xz * ((yw * yz) - (yy * zw)));
        var y = (xx * ((yw * zz) - (zw * yz))) - (xw * ((xy * zz) - (yz * xz))) + (xz * ((xy * zw) - (yw * xz)));
        var z = (xx * ((yy * zw) - (yz * yw))) - (xy * ((xy * zw) - (yw * xz))) + (xw * ((xy * yz) - (yy * xz)));
        point = new Vector3((float)(-x / determinant), (float)(-y / determinant), (float)(-z / determinant));
        return true;
    }
}
