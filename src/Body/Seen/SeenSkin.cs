using System.Numerics;

namespace Unknot.Body.Seen;

/// <summary>
/// The skin of one build as seen from one direction: what can be seen, and how strong a zone is at a place of the picture.
/// Places that come from outside are neutral ones. Immutable; safe to share between threads.
/// </summary>
public sealed class SeenSkin
{
    private const float MillimetresPerPixel = 2;
    private const float Nothing = float.NegativeInfinity;

    /// <summary>Flatter than this against the line of sight, skin is not counted as seen.</summary>
    private const float LeastFacing = 0.12f;

    /// <summary>Skin that looks at the viewer as squarely as this is seen well.</summary>
    private const float GoodFacing = 0.4f;

    /// <summary>How far under the seen skin a vertex of it may seem to lie, in millimetres.</summary>
    private const float VertexDepth = 6;

    /// <summary>A zone's extent ends where its weight falls below this.</summary>
    private const float LeastWeight = 0.25f;

    private readonly Surface surface;
    private readonly FigureBuild build;
    private readonly int width;
    private readonly int height;
    private readonly int[] triangles;
    private readonly float[] nearness;
    private readonly Vector3[] seen;

    public SeenSkin(Surface surface, FigureBuild build, Projection projection)
    {
        ArgumentNullException.ThrowIfNull(surface);
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(projection);
        this.surface = surface;
        this.build = build;
        Projection = projection;
        width = (int)MathF.Ceiling(projection.Size.X / MillimetresPerPixel);
        height = (int)MathF.Ceiling(projection.Size.Y / MillimetresPerPixel);
        triangles = new int[width * height];
        nearness = new float[width * height];
        Array.Fill(triangles, -1);
        Array.Fill(nearness, Nothing);
        seen = Array.ConvertAll(surface.Full.Mesh.Positions, place => See(build.Place(place)));
        for (var triangle = 0; triangle < surface.Full.Mesh.TriangleCount; triangle++)
        {
            Fill(triangle);
        }
    }

    public Projection Projection { get; }

    /// <summary>Where a neutral place lies in the picture.</summary>
    public Vector2 Project(Vector3 neutral) => Projection.Project(build.Place(neutral));

    /// <summary>How squarely the skin there looks at the viewer: 1 = straight, 0 = edge on, below 0 = away.</summary>
    /// <param name="normal">Out of the neutral skin at that place.</param>
    public float Facing(Vector3 neutral, Vector3 normal) => Vector3.Dot(build.Direction(neutral, normal), Projection.Toward);

    /// <summary>Whether a neutral place lies no deeper under the seen skin than so many millimetres.</summary>
    public bool Shows(Vector3 neutral, float depthMillimetres)
    {
        var place = See(build.Place(neutral));
        var pixel = PixelAt(new Vector2(place.X, place.Y));
        return pixel >= 0 && nearness[pixel] > Nothing && place.Z > nearness[pixel] - depthMillimetres;
    }

    /// <summary>The weights of the skin seen at a place of the picture.</summary>
    /// <returns><c>null</c> where no body is seen.</returns>
    public WeightAt? At(Vector2 place, SkinWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var pixel = PixelAt(place);
        if (pixel < 0 || triangles[pixel] < 0)
        {
            return null;
        }

        var corners = surface.Full.Mesh.Triangles.AsSpan(3 * triangles[pixel], 3);
        var shares = Vector3.Clamp(Shares(seen[corners[0]], seen[corners[1]], seen[corners[2]], place), Vector3.Zero, Vector3.One);
        return weights.Between(corners[0], corners[1], corners[2], shares / (shares.X + shares.Y + shares.Z));
    }

    /// <summary>How much of some zones can be seen from here, and where.</summary>
    /// <param name="shown">Other views of the same build: areas that one of them shows well are not counted again.</param>
    public SeenZone Extent(SkinWeights weights, params ReadOnlySpan<SeenSkin> shown)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var (mesh, full) = (surface.Full.Mesh, surface.Full);
        var (essential, spillover) = (0f, 0f);
        var (low, high) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        var (farLow, farHigh) = (low, high);
        for (var vertex = 0; vertex < seen.Length; vertex++)
        {
            var weight = MathF.Max(weights.Essential[vertex], weights.Spillover[vertex]);
            var facing = weight < LeastWeight ? 0 : Facing(mesh.Positions[vertex], mesh.Normals[vertex]);
            if (facing < LeastFacing || !Shows(mesh.Positions[vertex], VertexDepth))
            {
                continue;
            }

            var (place, area) = (new Vector2(seen[vertex].X, seen[vertex].Y), surface.VertexAreas[full.LeftOf(vertex)] * facing);
            area = IsShownWell(vertex, shown) ? 0 : area;
            essential += weights.Essential[vertex] * area;
            spillover += MathF.Max(0, weights.Spillover[vertex] - weights.Essential[vertex]) * area;
            (farLow, farHigh) = (Vector2.Min(farLow, place), Vector2.Max(farHigh, place));
            if (weights.Essential[vertex] >= LeastWeight)
            {
                (low, high) = (Vector2.Min(low, place), Vector2.Max(high, place));
            }
        }

        return new SeenZone(essential, spillover, low, high, farLow, farHigh);
    }

    private static bool IsShownWell(int vertex, ReadOnlySpan<SeenSkin> shown)
    {
        foreach (var other in shown)
        {
            var mesh = other.surface.Full.Mesh;
            if (other.Facing(mesh.Positions[vertex], mesh.Normals[vertex]) >= GoodFacing && other.Shows(mesh.Positions[vertex], VertexDepth))
            {
                return true;
            }
        }

        return false;
    }

    private Vector3 See(Vector3 place)
    {
        var flat = Projection.Project(place);
        return new Vector3(flat, Projection.NearnessOf(place));
    }

    private int PixelAt(Vector2 place)
    {
        var (x, y) = ((int)MathF.Floor(place.X / MillimetresPerPixel), (int)MathF.Floor(place.Y / MillimetresPerPixel));
        return x >= 0 && y >= 0 && x < width && y < height ? (y * width) + x : -1;
    }

    private void Fill(int triangle)
    {
        var corners = surface.Full.Mesh.Triangles.AsSpan(3 * triangle, 3);
        var (a, b, c) = (seen[corners[0]], seen[corners[1]], seen[corners[2]]);
        var area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
        if (area >= 0)
        {
            return; // y points down: what faces the viewer has a negative area
        }

        var (low, high) = (Vector3.Min(a, Vector3.Min(b, c)) / MillimetresPerPixel, Vector3.Max(a, Vector3.Max(b, c)) / MillimetresPerPixel);
        for (var y = Math.Max(0, (int)MathF.Ceiling(low.Y - 0.5f)); y <= Math.Min(height - 1, (int)MathF.Floor(high.Y - 0.5f)); y++)
        {
            for (var x = Math.Max(0, (int)MathF.Ceiling(low.X - 0.5f)); x <= Math.Min(width - 1, (int)MathF.Floor(high.X - 0.5f)); x++)
            {
                var shares = Shares(a, b, c, new Vector2(x + 0.5f, y + 0.5f) * MillimetresPerPixel);
                var near = Vector3.Dot(shares, new Vector3(a.Z, b.Z, c.Z));
                var pixel = (y * width) + x;
                if (MathF.Min(shares.X, MathF.Min(shares.Y, shares.Z)) >= -1e-4f && near > nearness[pixel])
                {
                    (nearness[pixel], triangles[pixel]) = (near, triangle);
                }
            }
        }
    }

    private static Vector3 Shares(Vector3 a, Vector3 b, Vector3 c, Vector2 place)
    {
        var area = ((b.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (b.Y - a.Y));
        var shareB = (((place.X - a.X) * (c.Y - a.Y)) - ((c.X - a.X) * (place.Y - a.Y))) / area;
        var shareC = (((b.X - a.X) * (place.Y - a.Y)) - ((place.X - a.X) * (b.Y - a.Y))) / area;
        return new Vector3(1 - shareB - shareC, shareB, shareC);
    }
}
