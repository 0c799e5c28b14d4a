using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Laying;

namespace Unknot.Body.Rolling;

/// <summary>Lays the lanes of a roll over the left side.</summary>
internal sealed class LaneLayer
{
    /// <summary>Spacing of the places in millimetres: a ball's path is smooth to the eye well before that.</summary>
    private const float Spacing = 4;

    private const float ShortestLane = 40;

    /// <summary>A lane that is made for one point runs so far to both sides of it, in millimetres.</summary>
    private const float ReachAroundPoint = 35;

    private const int SmoothingRounds = 12;

    private readonly BodyAtlas body;
    private readonly Muscle muscle;
    private readonly Roll roll;
    private readonly ImmutableArray<PlacedFibre> fibres;
    private readonly float meanLength;
    private readonly (Vector3[] Places, float Millimetres)[] clear;

    internal LaneLayer(BodyAtlas body, Muscle muscle, Roll roll)
    {
        this.body = body;
        this.muscle = muscle;
        this.roll = roll;
        fibres = body.FibresOf(muscle.Id, Side.Left);
        meanLength = fibres.Average(fibre => LengthOf(fibre.Path.AsSpan()));
        clear = [.. roll.KeepClear.Select(kept => (LineOver(kept.Path), kept.Millimetres))];
    }

    /// <param name="reached">Points that the release reaches; empty = all of the muscle's.</param>
    internal ImmutableArray<RolledLane> Lay(ImmutableArray<PointId> reached)
    {
        var points = muscle.Points.Where(point => reached.IsEmpty || reached.Contains(point.Id)).ToArray();
        var lanes = roll.Lanes.Select(lane => (Lane: lane, Places: Places(lane.AcrossPercent / 100, lane.FromPercent / 100, lane.ToPercent / 100))).ToArray();
        var pauses = lanes.Select(_ => new List<RollPause>()).ToArray();
        var own = new List<RolledLane>();
        foreach (var point in points)
        {
            var (best, pause) = lanes
                .Select((lane, index) => (Index: index, Pause: PauseOn(lane.Places, point)))
                .MinBy(choice => choice.Pause.AsideMillimetres);
            if (pause.AsideMillimetres <= point.SpreadMillimetres)
            {
                pauses[best].Add(pause);
            }
            else
            {
                own.Add(LaneOf(point));
            }
        }

        return [.. lanes.Select((lane, index) => LaneFrom(lane.Lane, lane.Places, pauses[index])), .. own];
    }

    private RolledLane LaneOf(TriggerPoint point)
    {
        var across = fibres.Length == 1 ? 0 : (point.Fibre - 1f) / (fibres.Length - 1);
        var (along, reach) = (point.AlongPercent / 100, ReachAroundPoint / meanLength);
        var forwards = roll.Lanes[0].ToPercent > roll.Lanes[0].FromPercent ? reach : -reach;
        var places = Places(across, Math.Clamp(along - forwards, 0, 1), Math.Clamp(along + forwards, 0, 1));
        var pause = PauseOn(places, point);
        return pause.AsideMillimetres <= point.SpreadMillimetres
            ? LaneFrom(null, places, [pause])
            : throw new InvalidOperationException($"What the roll of {muscle.Id} keeps clear of does not let it near {point.Id}: leave the point out of the release.");
    }

    private static RolledLane LaneFrom(RollLane? lane, RolledPlace[] places, List<RollPause> pauses) =>
        new() { Lane = lane, Places = [.. places], Pauses = [.. pauses.OrderBy(pause => pause.AtMillimetres)] };

    private RollPause PauseOn(RolledPlace[] places, TriggerPoint point)
    {
        var onSkin = body.PlaceOf(new(point.Id, Side.Left)).OnSkin;
        var nearest = places.MinBy(place => Vector3.DistanceSquared(place.Position, onSkin));
        return new RollPause(point.Id, nearest.AtMillimetres, Vector3.Distance(nearest.Position, onSkin));
    }

    /// <summary>From a line through the bundle to equally spaced places on the skin above it, as far as it keeps clear.</summary>
    private RolledPlace[] Places(float across, float from, float to)
    {
        var steps = Math.Max(2, (int)MathF.Ceiling(meanLength * MathF.Abs(to - from) / Spacing));
        var line = new Vector3[steps + 1];
        for (var step = 0; step <= steps; step++)
        {
            line[step] = OnSkin(InBundle(across, from + ((to - from) * step / steps)));
        }

        for (var round = 0; round < SmoothingRounds; round++)
        {
            Smooth(line);
        }

        var run = LongestRun(line);
        if (LengthOf(run) < ShortestLane)
        {
            throw new InvalidOperationException($"What the roll of {muscle.Id} keeps clear of leaves less than {ShortestLane} mm of a lane.");
        }

        return Spaced(run);
    }

    private Vector3 InBundle(float across, float along)
    {
        var at = across * (fibres.Length - 1);
        var first = Math.Min((int)at, fibres.Length - 1);
        var second = Math.Min(first + 1, fibres.Length - 1);
        return Vector3.Lerp(
            FibreLayer.AtShare(fibres[first].Path.AsSpan(), along),
            FibreLayer.AtShare(fibres[second].Path.AsSpan(), along),
            at - first);
    }

    private Vector3 OnSkin(Vector3 place) => body.Surface.Nearest(place).Position;

    private void Smooth(Vector3[] line)
    {
        var previous = line[0];
        for (var i = 1; i < line.Length - 1; i++)
        {
            var current = line[i];
            line[i] = OnSkin((previous + (2 * current) + line[i + 1]) / 4);
            previous = current;
        }
    }

    /// <summary>The longest stretch without a place that comes too near to what must be kept clear.</summary>
    private ReadOnlySpan<Vector3> LongestRun(Vector3[] line)
    {
        var (best, length, start) = (0, 0, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && KeepsClear(line[i]))
            {
                continue;
            }

            if (i - start > length)
            {
                (best, length) = (start, i - start);
            }

            start = i + 1;
        }

        return line.AsSpan(best, length);
    }

    private bool KeepsClear(Vector3 place) =>
        clear.All(kept => kept.Places.All(near => Vector3.DistanceSquared(near, place) >= kept.Millimetres * kept.Millimetres));

    private RolledPlace[] Spaced(ReadOnlySpan<Vector3> line)
    {
        var count = Math.Max(2, (int)MathF.Ceiling(LengthOf(line) / Spacing) + 1);
        var places = new RolledPlace[count];
        var at = 0f;
        for (var i = 0; i < count; i++)
        {
            var skin = body.Surface.Nearest(FibreLayer.AtShare(line, i / (count - 1f)));
            at += i == 0 ? 0 : Vector3.Distance(places[i - 1].Position, skin.Position);
            places[i] = new RolledPlace(skin.Position, skin.Normal, at);
        }

        return places;
    }

    /// <summary>Places over the skin, some millimetres apart.</summary>
    private Vector3[] LineOver(ImmutableArray<Place> path)
    {
        var knots = path.Select(place => body.PositionOf(place, Side.Left)).ToArray();
        var line = new List<Vector3> { knots[0] };
        for (var i = 1; i < knots.Length; i++)
        {
            var steps = (int)MathF.Ceiling(Vector3.Distance(knots[i - 1], knots[i]) / Spacing);
            for (var step = 1; step <= steps; step++)
            {
                line.Add(OnSkin(Vector3.Lerp(knots[i - 1], knots[i], step / (float)steps)));
            }
        }

        return [.. line];
    }

    private static float LengthOf(ReadOnlySpan<Vector3> line)
    {
        var total = 0f;
        for (var i = 1; i < line.Length; i++)
        {
            total += Vector3.Distance(line[i - 1], line[i]);
        }

        return total;
    }
}
