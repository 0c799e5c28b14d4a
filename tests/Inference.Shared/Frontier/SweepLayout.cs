using System.Collections.Immutable;
using System.Diagnostics;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>Lays out the bits of a sweep: which stands where at each step.</summary>
internal sealed class SweepLayout
{
    private readonly FrontierModel model;
    private readonly List<int> open = [];
    private readonly int[] touchesLeft;

    private SweepLayout(FrontierModel model)
    {
        this.model = model;
        touchesLeft = [.. model.TouchCounts];
    }

    internal static ImmutableArray<SweepStep> Of(FrontierModel model, SweepOrder order)
    {
        var layout = new SweepLayout(model);
        return [.. order.Nodes.Select(layout.Next)];
    }

    private SweepStep Next(int node)
    {
        var widthBefore = open.Count;
        var gathered = -1;
        var kept = -1;
        var parents = ImmutableArray.CreateBuilder<SweepStep.Source>();
        var targets = ImmutableArray.CreateBuilder<SweepStep.Target>();
        foreach (var touch in model.Touches[node])
        {
            touchesLeft[touch.Bit]--;
            switch (touch.Kind)
            {
                case TouchKind.Link:
                    targets.Add(new SweepStep.Target(PositionOf(touch.Bit), touch.Weight, touch.Bit, touch.Index));
                    break;
                case TouchKind.SetOff:
                    targets.Add(new SweepStep.Target(PositionOf(touch.Bit), touch.Weight, -1, touch.Index));
                    break;
                case TouchKind.Gathered:
                    gathered = open.IndexOf(touch.Bit);
                    break;
                case TouchKind.Watch:
                    parents.Add(new SweepStep.Source(open.IndexOf(touch.Bit), touch.Weight, touch.Index));
                    break;
                case TouchKind.Keep:
                    kept = touch.Bit;
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        var widthOpened = open.Count;
        if (kept >= 0)
        {
            open.Add(kept);
        }

        return new SweepStep
        {
            Node = node,
            WidthBefore = widthBefore,
            WidthOpened = widthOpened,
            Keeps = kept >= 0,
            GatheredBit = gathered,
            Parents = parents.ToImmutable(),
            Targets = targets.ToImmutable(),
            Closings = CloseDone(),
        };
    }

    private int PositionOf(int bit)
    {
        var position = open.IndexOf(bit);
        if (position < 0)
        {
            position = open.Count;
            open.Add(bit);
        }

        return position;
    }

    private ImmutableArray<SweepStep.Closing> CloseDone()
    {
        var closings = ImmutableArray.CreateBuilder<SweepStep.Closing>();
        for (var position = open.Count - 1; position >= 0; position--)
        {
            var bit = open[position];
            if (touchesLeft[bit] == 0)
            {
                closings.Add(bit < model.Witnesses.Length
                    ? new SweepStep.Closing(position, model.Witnesses[bit].UnexplainedLikelihood, bit)
                    : new SweepStep.Closing(position, 1, -1));
                open.RemoveAt(position);
            }
        }

        return closings.ToImmutable();
    }
}
