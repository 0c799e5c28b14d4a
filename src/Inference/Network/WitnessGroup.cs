using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>Witnesses that speak with one voice.</summary>
/// <param name="Members">Indices of the witnesses, ascending; at least one.</param>
/// <param name="Voice">
/// The witness itself, or of several: links and leak are means weighted by certainty, the certainty is the largest.
/// </param>
internal sealed record WitnessGroup(ImmutableArray<int> Members, Witness Voice)
{
    /// <param name="members">Indices into <paramref name="witnesses"/>, ascending; at least one.</param>
    internal static WitnessGroup Of(ImmutableArray<int> members, ImmutableArray<Witness> witnesses)
    {
        if (members is [var only])
        {
            return new WitnessGroup(members, witnesses[only]);
        }

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

        return new WitnessGroup(members, new Witness
        {
            Leak = Math.Min(leak, 1),
            Certainty = members.Max(member => witnesses[member].Certainty),
            Links = [.. weights.Where(pair => pair.Value > 0).Select(pair => new Link(pair.Key, Math.Min(pair.Value, 1)))],
        });
    }
}
