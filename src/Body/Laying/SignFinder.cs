using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Meshing;

namespace Unknot.Body.Laying;

/// <summary>Finds what a person can see or feel around a point of the left side. One thread only.</summary>
internal sealed class SignFinder
{
    private const float ReachMillimetres = 110;

    /// <summary>In the middle of a long limb nothing nearer can be felt than its two ends.</summary>
    private const float FarReachMillimetres = 240;

    /// <summary>Signs that all lie within this angle, seen from the point, say the way to it from one side only.</summary>
    private const float OneSidedRadians = 1.1f;

    /// <summary>Nearer to the point a sign would lie on top of it and say nothing.</summary>
    private const float LeastMillimetres = 8;

    /// <summary>Two signs nearer to one another than this would be read as one.</summary>
    private const float ApartMillimetres = 22;

    private const int Most = 5;

    /// <summary>So many are taken wherever they lie; further ones only from a direction that has none yet.</summary>
    private const int Enough = 3;

    private const float NewDirectionRadians = 0.7f;

    private readonly ImmutableArray<Sign> signs;
    private readonly SkinDistance distance;
    private readonly Surface surface;

    internal SignFinder(ImmutableArray<(LandmarkId Id, string Name, Vector3 Position)> landmarks, Surface surface)
    {
        this.surface = surface;
        distance = new SkinDistance(surface.Graph);
        signs = [.. landmarks.Select(landmark => new Sign(landmark.Id, landmark.Name, landmark.Position, surface.CornersOf(surface.Nearest(landmark.Position))))];
    }

    /// <returns>Nearest first.</returns>
    internal ImmutableArray<NearbyLandmark> Around(PlacedPoint point)
    {
        var chosen = Choose(point, ReachMillimetres);
        if (chosen.Count < Enough || IsOneSided(chosen, point))
        {
            chosen = Choose(point, FarReachMillimetres);
        }


        return
        [
            .. chosen.OrderBy(found => found.Distance).ThenBy(found => found.Sign.Id.ToString(), StringComparer.Ordinal).Select(found => new NearbyLandmark
            {
                Landmark = found.Sign.Id,
                Name = found.Sign.Name,
                Position = found.Sign.Position,
                DistanceMillimetres = found.Distance,
            }),
        ];
    }

    private List<Found> Choose(PlacedPoint point, float reach)
    {
        var near = Near(point.OnSkin, reach);
        var chosen = new List<Found>();
        while (chosen.Count < Most && near.Count > 0)
        {
            var best = near.MaxBy(found => Worth(found, chosen, point, reach))!;
            near.RemoveAll(found => found == best || Vector3.Distance(found.Sign.Position, best.Sign.Position) < ApartMillimetres || found.Sign.Name == best.Sign.Name);
            if (chosen.Count < Enough || Turn(best, chosen, point) >= NewDirectionRadians)
            {
                chosen.Add(best);
            }
        }

        return chosen;
    }

    private static bool IsOneSided(List<Found> chosen, PlacedPoint point) =>
        chosen.All(a => chosen.All(b => Angle(a.Sign.Position - point.OnSkin, b.Sign.Position - point.OnSkin) < OneSidedRadians));

    private List<Found> Near(Vector3 place, float reach)
    {
        distance.Clear();
        var (a, b, c) = surface.CornersOf(surface.Nearest(place));
        foreach (var vertex in (ReadOnlySpan<int>)[a, b, c])
        {
            distance.Start(vertex, Vector3.Distance(surface.Full.Mesh.Positions[vertex], place), owner: 0);
        }

        distance.Spread(reach + ApartMillimetres);
        return [.. signs.Select(sign => new Found(sign, DistanceOf(sign, place))).Where(found => found.Distance >= LeastMillimetres && found.Distance <= reach)];
    }

    /// <summary>Edges of triangles zigzag, so the way along them is never shorter than the straight one and often longer than the true one.</summary>
    private float DistanceOf(Sign sign, Vector3 place)
    {
        var (a, b, c) = sign.Corners;
        var along = MathF.Min(Through(a), MathF.Min(Through(b), Through(c)));
        return MathF.Max(along, Vector3.Distance(sign.Position, place));

        float Through(int vertex) => distance.DistanceOf(vertex) + Vector3.Distance(surface.Full.Mesh.Positions[vertex], sign.Position);
    }

    /// <summary>Near ones in a direction of their own say most.</summary>
    private static float Worth(Found found, List<Found> chosen, PlacedPoint point, float reach) =>
        (Turn(found, chosen, point) / MathF.PI) - (1.2f * found.Distance / reach);

    /// <summary>The angle to the nearest of those chosen, seen from the point on the skin; half a turn when there is none.</summary>
    private static float Turn(Found found, List<Found> chosen, PlacedPoint point) =>
        chosen.Count == 0 ? MathF.PI : chosen.Min(other => Angle(Across(found, point), Across(other, point)));

    private static Vector3 Across(Found found, PlacedPoint point)
    {
        var way = found.Sign.Position - point.OnSkin;
        return way - (point.Normal * Vector3.Dot(way, point.Normal));
    }

    private static float Angle(Vector3 a, Vector3 b)
    {
        var lengths = a.Length() * b.Length();
        return lengths > 0 ? MathF.Acos(Math.Clamp(Vector3.Dot(a, b) / lengths, -1, 1)) : 0;
    }

    private sealed record Sign(LandmarkId Id, string Name, Vector3 Position, (int A, int B, int C) Corners);

    private sealed record Found(Sign Sign, float Distance);
}
