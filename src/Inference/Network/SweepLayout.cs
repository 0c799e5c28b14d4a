using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>Lays out the bits of a sweep: which stands where at each step.</summary>
internal sealed class SweepLayout
{
    private readonly FrontierModel model;
    private readonly List<Bit> open = [];
    private readonly int[] linksLeft;
    private readonly int[] watchersLeft;

    private SweepLayout(FrontierModel model)
    {
        this.model = model;
        watchersLeft = new int[model.Count];
        linksLeft = new int[model.Witnesses.Length];
        for (var node = 0; node < model.Count; node++)
        {
            watchersLeft[node] = model.WatchingChildren[node].Length;
            foreach (var link in model.LinksOf[node])
            {
                linksLeft[link.Witness]++;
            }
        }
    }

    private enum Role
    {
        Witness,
        Gathered,
        Active,
    }

    internal static ImmutableArray<SweepStep> Of(FrontierModel model, SweepOrder order)
    {
        var layout = new SweepLayout(model);
        return [.. order.Nodes.Select(layout.Next)];
    }

    private SweepStep Next(int node)
    {
        var widthBefore = open.Count;
        var gathered = model.Gathers[node] ? open.IndexOf(new Bit(Role.Gathered, node)) : -1;
        var parents = model.Gathers[node] ? [] : model.ParentsOf[node]
            .Select(edge => new SweepStep.Source(open.IndexOf(new Bit(Role.Active, edge.Parent)), edge.Strength, edge.Index))
            .ToImmutableArray();
        var targets = TargetsOf(node);
        var widthOpened = open.Count;
        var keeps = watchersLeft[node] > 0;
        if (keeps)
        {
            open.Add(new Bit(Role.Active, node));
        }

        return new SweepStep
        {
            Node = node,
            WidthBefore = widthBefore,
            WidthOpened = widthOpened,
            Keeps = keeps,
            GatheredBit = gathered,
            Parents = parents,
            Targets = targets,
            Closings = CloseAfter(node),
        };
    }

    private ImmutableArray<SweepStep.Target> TargetsOf(int node)
    {
        var targets = ImmutableArray.CreateBuilder<SweepStep.Target>();
        foreach (var link in model.LinksOf[node])
        {
            targets.Add(new SweepStep.Target(PositionOf(Role.Witness, link.Witness), link.Weight, link.Witness, link.Index));
        }

        foreach (var edge in model.GatheringChildren[node])
        {
            targets.Add(new SweepStep.Target(PositionOf(Role.Gathered, edge.Child), edge.Strength, -1, edge.Index));
        }

        return targets.ToImmutable();
    }

    private int PositionOf(Role role, int owner)
    {
        var bit = new Bit(role, owner);
        var position = open.IndexOf(bit);
        if (position < 0)
        {
            position = open.Count;
            open.Add(bit);
        }

        return position;
    }

    private ImmutableArray<SweepStep.Closing> CloseAfter(int node)
    {
        var done = new HashSet<Bit>();
        if (model.Gathers[node])
        {
            done.Add(new Bit(Role.Gathered, node));
        }
        else
        {
            foreach (var edge in model.ParentsOf[node])
            {
                if (--watchersLeft[edge.Parent] == 0)
                {
                    done.Add(new Bit(Role.Active, edge.Parent));
                }
            }
        }

        foreach (var link in model.LinksOf[node])
        {
            if (--linksLeft[link.Witness] == 0)
            {
                done.Add(new Bit(Role.Witness, link.Witness));
            }
        }

        var closings = ImmutableArray.CreateBuilder<SweepStep.Closing>(done.Count);
        for (var position = open.Count - 1; position >= 0; position--)
        {
            if (done.Contains(open[position]))
            {
                closings.Add(ClosingOf(open[position], position));
                open.RemoveAt(position);
            }
        }

        return closings.MoveToImmutable();
    }

    private SweepStep.Closing ClosingOf(Bit bit, int position) => bit.Role == Role.Witness
        ? new SweepStep.Closing(position, model.Witnesses[bit.Owner].UnexplainedLikelihood, bit.Owner)
        : new SweepStep.Closing(position, 1, -1);

    /// <param name="Role">What the bit says.</param>
    /// <param name="Owner">Number of the witness or node within the component.</param>
    private readonly record struct Bit(Role Role, int Owner);
}
