using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>
/// Makes one group of the two whose links are most alike, again and again. Likeness is the cosine of the angle between the weights;
/// of equal pairs the first counts, so that the outcome does not depend on chance.
/// </summary>
internal sealed class WitnessMerging
{
    private readonly ImmutableArray<Witness> witnesses;
    private readonly int nodeCount;
    private readonly List<WitnessGroup> groups;

    /// <summary>For each group its weights by node, scaled to length 1.</summary>
    private readonly List<double[]> directions;

    /// <summary>For each group its likeness to every later one; entry j of row i belongs to the groups i and i + 1 + j.</summary>
    private readonly List<List<double>> likeness = [];

    /// <param name="witnesses">All there are; every link leads to a node below <paramref name="nodeCount"/>.</param>
    /// <param name="members">Indices of the witnesses to be merged.</param>
    internal WitnessMerging(ImmutableArray<Witness> witnesses, IEnumerable<int> members, int nodeCount)
    {
        this.witnesses = witnesses;
        this.nodeCount = nodeCount;
        groups = [.. members.Select(member => WitnessGroup.Of([member], witnesses))];
        directions = [.. groups.Select(DirectionOf)];
        for (var a = 0; a < groups.Count; a++)
        {
            likeness.Add([.. directions.Skip(a + 1).Select(other => Product(directions[a], other))]);
        }
    }

    /// <summary>In the order of their first members.</summary>
    internal ImmutableArray<WitnessGroup> Groups => [.. groups];

    /// <summary>Merges the given number of times, or until one group is left.</summary>
    internal void Merge(int times)
    {
        for (; times > 0 && groups.Count > 1; times--)
        {
            var (first, second) = MostAlike();
            ImmutableArray<int> members = [.. groups[first].Members.Concat(groups[second].Members).Order()];
            groups[first] = WitnessGroup.Of(members, witnesses);
            directions[first] = DirectionOf(groups[first]);
            Forget(second);
            for (var other = 0; other < groups.Count; other++)
            {
                if (other != first)
                {
                    var (row, column) = (Math.Min(first, other), Math.Max(first, other));
                    likeness[row][column - row - 1] = Product(directions[first], directions[other]);
                }
            }
        }
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private (int First, int Second) MostAlike()
    {
        var (first, second, largest) = (0, 1, -1.0);
        for (var row = 0; row < likeness.Count; row++)
        {
            for (var j = 0; j < likeness[row].Count; j++)
            {
                if (likeness[row][j] > largest)
                {
                    (first, second, largest) = (row, row + 1 + j, likeness[row][j]);
                }
            }
        }

        return (first, second);
    }

    private void Forget(int group)
    {
        for (var row = 0; row < group; row++)
        {
            likeness[row].RemoveAt(group - row - 1);
        }

        likeness.RemoveAt(group);
        groups.RemoveAt(group);
        directions.RemoveAt(group);
    }

    private double[] DirectionOf(WitnessGroup group)
    {
        var direction = new double[nodeCount];
        var length = Math.Sqrt(group.Voice.Links.Sum(link => link.Weight * link.Weight));
        foreach (var (node, weight) in group.Voice.Links)
        {
            direction[node] = weight / length;
        }

        return direction;
    }
}
