using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>Witnesses that speak with one voice.</summary>
/// <param name="Members">Indices of the witnesses, ascending; at least one.</param>
/// <param name="Voice">
/// The witness itself, or of several: links and leak are means weighted by certainty, the certainty is the largest.
/// </param>
internal sealed record WitnessGroup(ImmutableArray<int> Members, Witness Voice)
{
    /// <summary>
    /// Makes one group of the two whose links are most alike (cosine of the angle between their weights); the first such pair when
    /// several are.
    /// </summary>
    /// <param name="groups">At least two.</param>
    /// <param name="witnesses">What the members are indices into.</param>
    internal static ImmutableArray<WitnessGroup> MergeMostAlike(ImmutableArray<WitnessGroup> groups, ImmutableArray<Witness> witnesses)
    {
        var (first, second, largest) = (0, 1, -1.0);
        for (var a = 0; a < groups.Length; a++)
        {
            var weights = groups[a].Voice.Links.ToDictionary(link => link.Node, link => link.Weight);
            for (var b = a + 1; b < groups.Length; b++)
            {
                var likeness = Likeness(weights, groups[b].Voice.Links);
                if (likeness > largest)
                {
                    (first, second, largest) = (a, b, likeness);
                }
            }
        }

        ImmutableArray<int> members = [.. groups[first].Members.Concat(groups[second].Members).Order()];
        return groups.RemoveAt(second).SetItem(first, new WitnessGroup(members, Speak(members, witnesses)));
    }

    private static double Likeness(Dictionary<int, double> weights, ImmutableArray<Link> links)
    {
        var (product, squares) = (0.0, 0.0);
        foreach (var (node, weight) in links)
        {
            product += weight * weights.GetValueOrDefault(node);
            squares += weight * weight;
        }

        return product / Math.Sqrt(squares * weights.Values.Sum(weight => weight * weight));
    }

    private static Witness Speak(ImmutableArray<int> members, ImmutableArray<Witness> witnesses)
    {
        var total = members.Sum(member => witnesses[member].Certainty);
        var weights = new SortedDictionary<int, double>();
        var leak = 0.0;
        foreach (var member in members)
        {
            // Witnesses without any certainty count alike; else the certain ones decide.
            var part = total > 0 ? witnesses[member].Certainty / total : 1.0 / members.Length;
            leak += part * witnesses[member].Leak;
            foreach (var (node, weight) in witnesses[member].Links)
            {
                weights[node] = weights.GetValueOrDefault(node) + (part * weight);
            }
        }

        return new Witness
        {
            Leak = Math.Min(leak, 1),
            Certainty = members.Max(member => witnesses[member].Certainty),
            Links = [.. weights.Where(pair => pair.Value > 0).Select(pair => new Link(pair.Key, Math.Min(pair.Value, 1)))],
        };
    }
}
