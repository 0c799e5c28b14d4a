using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>The figure as seen in one view, pixel by pixel: the material from which the drawings are traced.</summary>
internal sealed class Raster
{
    /// <summary>Nearness of a pixel that shows no body.</summary>
    internal const float Nothing = -1e6f;

    private const int Bands = 8;

    /// <summary>Each triangle is cut into so many pieces along each edge.</summary>
    private const int Pieces = 4;

    /// <summary>A curved patch leaves its triangle by no more than this, in millimetres.</summary>
    private const float Bulge = 4;

    /// <summary>A triangle whose corners all look away by more than this shows nothing.</summary>
    private const float TurnedAway = -0.4f;

    private static readonly Vector3[] Weights = MakeWeights();
    private static readonly (int A, int B, int C)[] SmallTriangles = MakeSmallTriangles();

    private readonly View view;
    private readonly Surface surface;
    private readonly Vector3 light;
    private readonly Vector3[] places;
    private readonly Vector3[] normals;

    /// <summary>Which of 4 × 4 places within each pixel show the body.</summary>
    private readonly ushort[] samples;

    private Raster(Surface surface, View view, FigureBuild build)
    {
        this.view = view;
        this.surface = surface;
        Width = (int)MathF.Round(view.Width / view.MillimetresPerPixel);
        Height = (int)MathF.Round(view.Height / view.MillimetresPerPixel);
        Nearness = new float[Width * Height];
        Shadow = new float[Width * Height];
        Cells = new int[Width * Height];
        samples = new ushort[Width * Height];
        Array.Fill(Nearness, Nothing);
        Array.Fill(Cells, -1);

        // From above and in front, and never from one side: both halves look alike.
        light = Vector3.Normalize((view.Toward * 0.9f) + (view.Up * 0.34f));
        var mesh = surface.Full.Mesh;
        places = [.. mesh.Positions.Select(build.Place)];
        normals = [.. mesh.Normals.Select((normal, vertex) => build.Direction(mesh.Positions[vertex], normal))];
    }

    internal int Width { get; }

    internal int Height { get; }

    internal float MillimetresPerPixel => view.MillimetresPerPixel;

    /// <summary>Millimetres towards the viewer, or <see cref="Nothing"/>.</summary>
    internal float[] Nearness { get; }

    /// <summary>0 = lit, 1 = dark.</summary>
    internal float[] Shadow { get; }

    /// <summary>The value of the cell, or −1.</summary>
    internal int[] Cells { get; }

    /// <summary>The share of each pixel that shows the body, 0 … 1.</summary>
    internal float[] Coverage() => Array.ConvertAll(samples, sample => BitOperations.PopCount(sample) / 16f);

    internal static Raster Of(Surface surface, View view, FigureBuild build)
    {
        var raster = new Raster(surface, view, build);
        Parallel.For(0, Bands, band =>
        {
            var (top, bottom) = (raster.Height * band / Bands, raster.Height * (band + 1) / Bands);
            for (var triangle = 0; triangle < surface.Full.Mesh.TriangleCount; triangle++)
            {
                raster.Fill(triangle, top, bottom);
            }
        });
        return raster;
    }

    /// <summary>Whether a place of the skin is the one seen where it is projected to.</summary>
    /// <param name="position">On the figure of the build that is drawn.</param>
    /// <param name="tolerance">In millimetres.</param>
    internal bool Shows(Vector3 position, float tolerance)
    {
        var (place, nearness) = view.Project(position);
        var (x, y) = ((int)(place.X / MillimetresPerPixel), (int)(place.Y / MillimetresPerPixel));
        return x >= 0 && y >= 0 && x < Width && y < Height && Nearness[(y * Width) + x] > Nothing && nearness > Nearness[(y * Width) + x] - tolerance;
    }

    private int CellOf(int vertex, bool isRight) => (2 * surface.Half.Cells[surface.Full.LeftOf(vertex)]) + (isRight ? 1 : 0);

    private void Fill(int triangle, int top, int bottom)
    {
        var corners = surface.Full.Mesh.Triangles.AsSpan(3 * triangle, 3);
        var (a, b, c) = (places[corners[0]], places[corners[1]], places[corners[2]]);
        var (rowA, rowB, rowC) = (view.Project(a).Place.Y, view.Project(b).Place.Y, view.Project(c).Place.Y);
        var isRight = triangle >= surface.Half.Mesh.TriangleCount;
        if (MathF.Max(rowA, MathF.Max(rowB, rowC)) + Bulge < top * MillimetresPerPixel
            || MathF.Min(rowA, MathF.Min(rowB, rowC)) - Bulge > bottom * MillimetresPerPixel
            || !(view.Keeps(CellOf(corners[0], isRight)) || view.Keeps(CellOf(corners[1], isRight)) || view.Keeps(CellOf(corners[2], isRight))))
        {
            return;
        }

        var (normalA, normalB, normalC) = (normals[corners[0]], normals[corners[1]], normals[corners[2]]);
        var facing = new Vector3(Vector3.Dot(normalA, view.Toward), Vector3.Dot(normalB, view.Toward), Vector3.Dot(normalC, view.Toward));
        if (MathF.Max(facing.X, MathF.Max(facing.Y, facing.Z)) < TurnedAway)
        {
            return;
        }

        var patch = new CurvedPatch(a, b, c, normalA, normalB, normalC);
        var open = surface.Half.Openness;
        var openness = new Vector3(
            open[surface.Full.LeftOf(corners[0])], open[surface.Full.LeftOf(corners[1])], open[surface.Full.LeftOf(corners[2])]);
        Span<Vector3> pixels = stackalloc Vector3[Weights.Length];
        Span<float> shadows = stackalloc float[Weights.Length];
        for (var i = 0; i < Weights.Length; i++)
        {
            var weights = Weights[i];
            var (place, nearness) = view.Project(patch.At(weights));
            pixels[i] = new Vector3(place / MillimetresPerPixel, nearness);
            var normal = Vector3.Normalize((normalA * weights.X) + (normalB * weights.Y) + (normalC * weights.Z));
            var lit = MathF.Max(0, Vector3.Dot(normal, light));
            shadows[i] = 1 - ((0.35f + (0.65f * lit)) * (0.35f + (0.65f * Vector3.Dot(weights, openness))));
        }

        ReadOnlySpan<int> cells = [CellOf(corners[0], isRight), CellOf(corners[1], isRight), CellOf(corners[2], isRight)];
        foreach (var small in SmallTriangles)
        {
            FillSmall(small, pixels, shadows, cells, top, bottom);
        }
    }

    private void FillSmall(
        (int A, int B, int C) small, ReadOnlySpan<Vector3> pixels, ReadOnlySpan<float> shadows, ReadOnlySpan<int> cells, int top, int bottom)
    {
        var (a, b, c) = (pixels[small.A], pixels[small.B], pixels[small.C]);
        var area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
        var firstRow = Math.Max(top, (int)MathF.Floor(MathF.Min(a.Y, MathF.Min(b.Y, c.Y))));
        var lastRow = Math.Min(bottom - 1, (int)MathF.Floor(MathF.Max(a.Y, MathF.Max(b.Y, c.Y))));
        if (area >= 0 || firstRow > lastRow)
        {
            // The y axis points down, so a triangle that faces the viewer has a negative area.
            return;
        }

        var firstColumn = Math.Max(0, (int)MathF.Floor(MathF.Min(a.X, MathF.Min(b.X, c.X))));
        var lastColumn = Math.Min(Width - 1, (int)MathF.Floor(MathF.Max(a.X, MathF.Max(b.X, c.X))));
        var toRight = new Vector3(b.Y - c.Y, c.Y - a.Y, a.Y - b.Y) / area;
        var toBelow = new Vector3(c.X - b.X, a.X - c.X, b.X - a.X) / area;
        for (var y = firstRow; y <= lastRow; y++)
        {
            for (var x = firstColumn; x <= lastColumn; x++)
            {
                var (px, py) = (x + 0.5f, y + 0.5f);
                var weightB = (((px - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (py - a.Y))) / area;
                var weightC = (((b.X - a.X) * (py - a.Y)) - ((px - a.X) * (b.Y - a.Y))) / area;
                var weights = new Vector3(1 - weightB - weightC, weightB, weightC);
                var pixel = (y * Width) + x;
                samples[pixel] |= samples[pixel] == ushort.MaxValue ? ushort.MaxValue : SamplesIn(weights, toRight, toBelow);
                var nearness = Vector3.Dot(weights, new Vector3(a.Z, b.Z, c.Z));
                if (MathF.Min(weights.X, MathF.Min(weights.Y, weights.Z)) < -1e-4f || nearness <= Nearness[pixel])
                {
                    continue;
                }

                Nearness[pixel] = nearness;
                Shadow[pixel] = Vector3.Dot(weights, new Vector3(shadows[small.A], shadows[small.B], shadows[small.C]));
                var inPatch = (Weights[small.A] * weights.X) + (Weights[small.B] * weights.Y) + (Weights[small.C] * weights.Z);
                var cell = cells[inPatch.X >= inPatch.Y && inPatch.X >= inPatch.Z ? 0 : inPatch.Y >= inPatch.Z ? 1 : 2];
                Cells[pixel] = view.Keeps(cell) && view.FadeAt(py * MillimetresPerPixel) >= View.LeastOfCells ? cell : -1;
            }
        }
    }

    /// <summary>The places within a pixel that lie in a triangle, from the weights at its middle and their slopes.</summary>
    private static ushort SamplesIn(Vector3 weights, Vector3 toRight, Vector3 toBelow)
    {
        var reach = (Vector3.Abs(toRight) + Vector3.Abs(toBelow)) / 2;
        var (surely, never) = (weights - reach, weights + reach);
        if (MathF.Min(surely.X, MathF.Min(surely.Y, surely.Z)) >= 0)
        {
            return ushort.MaxValue;
        }

        if (MathF.Min(never.X, MathF.Min(never.Y, never.Z)) < 0)
        {
            return 0;
        }

        var found = 0;
        for (var sample = 0; sample < 16; sample++)
        {
            var at = weights + (toRight * (((sample & 3) - 1.5f) / 4)) + (toBelow * (((sample >> 2) - 1.5f) / 4));
            found |= MathF.Min(at.X, MathF.Min(at.Y, at.Z)) >= -1e-4f ? 1 << sample : 0;
        }

        return (ushort)found;
    }

    /// <summary>The corners of the pieces of a patch, row by row.</summary>
    private static Vector3[] MakeWeights() =>
    [
        .. from row in Enumerable.Range(0, Pieces + 1)
           from column in Enumerable.Range(0, row + 1)
           select new Vector3(Pieces - row, row - column, column) / Pieces,
    ];

    private static (int A, int B, int C)[] MakeSmallTriangles()
    {
        var triangles = new List<(int, int, int)>();
        for (var row = 0; row < Pieces; row++)
        {
            var (above, below) = (row * (row + 1) / 2, (row + 1) * (row + 2) / 2);
            for (var column = 0; column <= row; column++)
            {
                triangles.Add((above + column, below + column, below + column + 1));
                if (column < row)
                {
                    triangles.Add((above + column, below + column + 1, above + column + 1));
                }
            }
        }

        return [.. triangles];
    }
}
