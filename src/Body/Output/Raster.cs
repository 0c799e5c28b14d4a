using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>The figure as seen from one side, pixel by pixel: the material from which the drawings are traced.</summary>
internal sealed class Raster
{
    /// <summary>Divides the width and the origin of every view, so that pixels mirror onto pixels.</summary>
    internal const float MillimetresPerPixel = 0.8f;

    /// <summary>Nearness of a pixel that shows no body.</summary>
    internal const float Nothing = -1e6f;

    private const int Bands = 8;

    private readonly View view;
    private readonly Vector3 light;

    private Raster(View view)
    {
        this.view = view;
        Width = (int)(view.Width / MillimetresPerPixel);
        Height = (int)(view.Height / MillimetresPerPixel);
        Nearness = new float[Width * Height];
        Shadow = new float[Width * Height];
        Cells = new int[Width * Height];
        Array.Fill(Nearness, Nothing);
        Array.Fill(Cells, -1);

        // From above and in front, and never from one side: both halves look alike.
        light = Vector3.Normalize((view.Toward * 0.85f) + (Vector3.UnitY * 0.42f));
    }

    internal int Width { get; }

    internal int Height { get; }

    /// <summary>Millimetres towards the viewer, or <see cref="Nothing"/>.</summary>
    internal float[] Nearness { get; }

    /// <summary>0 = lit, 1 = dark.</summary>
    internal float[] Shadow { get; }

    /// <summary>The value of the cell, or −1.</summary>
    internal int[] Cells { get; }

    internal static Raster Of(Surface surface, View view)
    {
        var raster = new Raster(view);
        var mesh = surface.Full.Mesh;
        var pixels = new Vector3[mesh.VertexCount];
        for (var vertex = 0; vertex < pixels.Length; vertex++)
        {
            var (place, nearness) = view.Project(mesh.Positions[vertex]);
            pixels[vertex] = new Vector3(place / MillimetresPerPixel, nearness);
        }

        Parallel.For(0, Bands, band =>
        {
            var (top, bottom) = (raster.Height * band / Bands, raster.Height * (band + 1) / Bands);
            for (var triangle = 0; triangle < mesh.TriangleCount; triangle++)
            {
                raster.Fill(surface, pixels, triangle, top, bottom);
            }
        });
        return raster;
    }

    /// <summary>Whether a place of the skin is the one seen where it is projected to.</summary>
    /// <param name="tolerance">In millimetres.</param>
    internal bool Shows(Vector3 position, float tolerance)
    {
        var (place, nearness) = view.Project(position);
        var (x, y) = ((int)(place.X / MillimetresPerPixel), (int)(place.Y / MillimetresPerPixel));
        return x >= 0 && y >= 0 && x < Width && y < Height && nearness > Nearness[(y * Width) + x] - tolerance;
    }

    private void Fill(Surface surface, Vector3[] pixels, int triangle, int top, int bottom)
    {
        var mesh = surface.Full.Mesh;
        var corners = mesh.Triangles.AsSpan(3 * triangle, 3);
        var (a, b, c) = (pixels[corners[0]], pixels[corners[1]], pixels[corners[2]]);
        var area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
        var firstRow = Math.Max(top, (int)MathF.Ceiling(MathF.Min(a.Y, MathF.Min(b.Y, c.Y)) - 0.5f));
        var lastRow = Math.Min(bottom - 1, (int)MathF.Floor(MathF.Max(a.Y, MathF.Max(b.Y, c.Y)) - 0.5f));
        if (area >= 0 || firstRow > lastRow)
        {
            // The y axis points down, so a triangle that faces the viewer has a negative area.
            return;
        }

        var firstColumn = Math.Max(0, (int)MathF.Ceiling(MathF.Min(a.X, MathF.Min(b.X, c.X)) - 0.5f));
        var lastColumn = Math.Min(Width - 1, (int)MathF.Floor(MathF.Max(a.X, MathF.Max(b.X, c.X)) - 0.5f));
        for (var y = firstRow; y <= lastRow; y++)
        {
            for (var x = firstColumn; x <= lastColumn; x++)
            {
                var (px, py) = (x + 0.5f, y + 0.5f);
                var weightB = (((px - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (py - a.Y))) / area;
                var weightC = (((b.X - a.X) * (py - a.Y)) - ((px - a.X) * (b.Y - a.Y))) / area;
                var weights = new Vector3(1 - weightB - weightC, weightB, weightC);
                var nearness = Vector3.Dot(weights, new Vector3(a.Z, b.Z, c.Z));
                var pixel = (y * Width) + x;
                if (MathF.Min(weights.X, MathF.Min(weights.Y, weights.Z)) >= -1e-4f && nearness > Nearness[pixel])
                {
                    Nearness[pixel] = nearness;
                    Paint(surface, corners, weights, pixel, isRight: triangle >= surface.Half.Mesh.TriangleCount);
                }
            }
        }
    }

    private void Paint(Surface surface, ReadOnlySpan<int> corners, Vector3 weights, int pixel, bool isRight)
    {
        var mesh = surface.Full.Mesh;
        var (a, b, c) = (surface.Full.LeftOf(corners[0]), surface.Full.LeftOf(corners[1]), surface.Full.LeftOf(corners[2]));
        var normal = Vector3.Normalize(
            (mesh.Normals[corners[0]] * weights.X) + (mesh.Normals[corners[1]] * weights.Y) + (mesh.Normals[corners[2]] * weights.Z));
        var open = surface.Half.Openness;
        var openness = Vector3.Dot(weights, new Vector3(open[a], open[b], open[c]));
        var lit = MathF.Max(0, Vector3.Dot(normal, light));
        Shadow[pixel] = 1 - ((0.35f + (0.65f * lit)) * (0.35f + (0.65f * openness)));

        var nearest = weights.X >= weights.Y && weights.X >= weights.Z ? a : weights.Y >= weights.Z ? b : c;
        Cells[pixel] = (2 * surface.Half.Cells[nearest]) + (isRight ? 1 : 0);
    }
}
