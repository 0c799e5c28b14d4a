using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Charts.Sheets;

/// <summary>Lines and curves: what both writers understand of a path.</summary>
internal sealed class Outline
{
    private Outline(ImmutableArray<Step> steps) => Steps = steps;

    internal ImmutableArray<Step> Steps { get; }

    /// <summary>A piece of a path. The first two places are used by curves only.</summary>
    internal readonly record struct Step(StepKind Kind, Vector2 First, Vector2 Second, Vector2 To);

    internal enum StepKind
    {
        Move,
        Line,
        Curve,
        Close,
    }

    internal static Outline Of(Box box, float radius = 0)
    {
        var draw = new Builder();
        var curve = radius * 0.5523f; // how far the handles of a quarter circle reach
        var (low, high) = (new Vector2(box.Left, box.Top), new Vector2(box.Right, box.Bottom));
        draw.Move(new(low.X + radius, low.Y));
        Corner(new(high.X - radius, low.Y), new(1, 0), new(0, 1));
        Corner(new(high.X, high.Y - radius), new(0, 1), new(-1, 0));
        Corner(new(low.X + radius, high.Y), new(-1, 0), new(0, -1));
        Corner(new(low.X, low.Y + radius), new(0, -1), new(1, 0));
        draw.Close();
        return draw.Done();

        void Corner(Vector2 from, Vector2 along, Vector2 then)
        {
            draw.Line(from);
            if (radius > 0)
            {
                var to = from + ((along + then) * radius);
                draw.Curve(from + (along * curve), to - (then * curve), to);
            }
        }
    }

    internal static Outline Circle(Vector2 middle, float radius) => Of(Box.Around(middle, radius), radius);

    internal static Outline Line(params ReadOnlySpan<Vector2> places)
    {
        var draw = new Builder();
        draw.Move(places[0]);
        foreach (var place in places[1..])
        {
            draw.Line(place);
        }

        return draw.Done();
    }

    /// <summary>Collects the steps of a path.</summary>
    internal sealed class Builder
    {
        private readonly ImmutableArray<Step>.Builder steps = ImmutableArray.CreateBuilder<Step>();

        internal void Move(Vector2 to) => steps.Add(new(StepKind.Move, default, default, to));

        internal void Line(Vector2 to) => steps.Add(new(StepKind.Line, default, default, to));

        internal void Curve(Vector2 first, Vector2 second, Vector2 to) => steps.Add(new(StepKind.Curve, first, second, to));

        internal void Close() => steps.Add(new(StepKind.Close, default, default, default));

        internal Outline Done() => new(steps.ToImmutable());
    }
}
