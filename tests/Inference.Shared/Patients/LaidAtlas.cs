using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Network;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Shared.Patients;

/// <summary>The atlas laid on the body, as patients are made from it; immutable.</summary>
internal sealed class LaidAtlas
{
    private readonly ImmutableArray<int>[] pointsNear;
    private readonly ImmutableArray<int>[] pointsChained;

    private LaidAtlas(AtlasData atlas, BodyAtlas body)
    {
        Body = body;
        Map = ReferralMap.Read(atlas, body);
        Model = PainModel.Build(atlas, body);
        Chains = new ChainNetwork(atlas, Map);
        var nothing = new Observations([.. new double[Chains.Network.NodeCount]], [], Chains.DetachedBut([]));
        PointsAlone = Chains.Network.AttachedBy(nothing);
        Priors = PointsAlone.Bases[..Map.Points.Length];
        (LinksOfPoint, pointsNear) = Neighbourhoods(Map);
        pointsChained = Chained(Map.Points.Length, Chains);
    }

    internal BodyAtlas Body { get; }

    internal ReferralMap Map { get; }

    internal PainModel Model { get; }

    internal ChainNetwork Chains { get; }

    /// <summary>The points without any chain between them.</summary>
    internal NoisyOrNetwork PointsAlone { get; }

    /// <summary>For each point how often it is active when nothing is known.</summary>
    internal ImmutableArray<double> Priors { get; }

    /// <summary>For each point the regions it refers to, by number, with the frequency there.</summary>
    internal ImmutableArray<ImmutableArray<(int Region, double Frequency)>> LinksOfPoint { get; }

    internal static LaidAtlas Load()
    {
        var atlas = AtlasData.Load();
        return new LaidAtlas(atlas, BodyAtlas.Lay(atlas, Surface.Load()));
    }

    /// <summary>The other points that clearly refer to a region of this one.</summary>
    internal ImmutableArray<int> PointsNear(int point) => pointsNear[point];

    /// <summary>The points that this one may set off, or be set off by.</summary>
    internal ImmutableArray<int> PointsChained(int point) => pointsChained[point];

    private static (ImmutableArray<ImmutableArray<(int Region, double Frequency)>> Links, ImmutableArray<int>[] Near) Neighbourhoods(ReferralMap map)
    {
        var links = new List<(int Region, double Frequency)>[map.Points.Length];
        var near = new SortedSet<int>[map.Points.Length];
        for (var point = 0; point < links.Length; point++)
        {
            (links[point], near[point]) = ([], []);
        }

        for (var region = 0; region < map.Regions.Length; region++)
        {
            var clear = map.Named[region].Where(link => link.Weight >= Assumptions.WorthNaming).ToList();
            foreach (var link in clear)
            {
                links[link.Node].Add((region, link.Weight));
                near[link.Node].UnionWith(clear.Select(other => other.Node).Where(other => other != link.Node));
            }
        }

        return ([.. links.Select(list => list.ToImmutableArray())], Array.ConvertAll(near, set => set.ToImmutableArray()));
    }

    private static ImmutableArray<int>[] Chained(int count, ChainNetwork chains)
    {
        var chained = Array.ConvertAll(new int[count], _ => new SortedSet<int>());
        foreach (var relation in chains.Relations)
        {
            foreach (var key in chains.PointsBehind(relation.Parent))
            {
                chained[key].Add(relation.Child);
                chained[relation.Child].Add(key);
            }
        }

        return Array.ConvertAll(chained, set => set.ToImmutableArray());
    }
}
