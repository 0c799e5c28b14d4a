using Unknot.Atlas;
using Unknot.Inference.Network;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

public sealed class ChainNetworkTests
{
    private static readonly ChainNetwork Chains = new(RealModel.Atlas, RealModel.Map);

    private static readonly MusclePriors Priors = new(RealModel.Atlas, RealModel.Map);

    /// <summary>The points that refer to a region or two, as a drawing touches them.</summary>
    public static readonly TheoryData<string> Touched = ["temple:left", "low-back:right", "front-of-chest:left", "thumb:right back-of-thigh:right", "heel:left"];

    [Theory]
    [MemberData(nameof(Touched))]
    public void The_prior_of_every_point_comes_out_about_as_asked_for(string regions)
    {
        var network = Chains.Network;
        double[] nothing = [.. Enumerable.Repeat(0.0, network.NodeCount)];
        var prior = ExactInference.Solve(network, new Observations([.. nothing], [], Chains.DetachedBut(TouchedBy(regions))));
        for (var i = 0; i < RealModel.Map.Points.Length; i++)
        {
            // Bases are made once, with all chains: where keys share a key that this drawing leaves out, they overlap a little less.
            var asked = Priors.OfEachPoint(RealModel.Atlas.Point(RealModel.Map.Points[i].Point).Muscle);
            Assert.InRange(prior.ActiveOf(i), 0.95 * asked, 1.05 * asked);
        }
    }

    [Fact]
    public void At_least_about_half_of_every_prior_arises_without_a_key()
    {
        Assert.NotEmpty(Chains.Network.Edges);
        for (var i = 0; i < RealModel.Map.Points.Length; i++)
        {
            var asked = Priors.OfEachPoint(RealModel.Atlas.Point(RealModel.Map.Points[i].Point).Muscle);
            Assert.InRange(Chains.Network.Bases[i], 0.49 * asked, asked * (1 + 1e-12));
            Assert.Equal(asked, Chains.Network.Priors[i], 1e-12);
        }
    }

    [Fact]
    public void Every_chain_of_the_atlas_is_known_on_both_sides()
    {
        var expected = from chain in RealModel.Atlas.Chains
                       from point in RealModel.Atlas.Muscle(chain.Satellite).Points
                       from side in (Side[])[Side.Left, Side.Right]
                       select (Keys: KeysOf(chain, side), Satellite: new SidedPoint(point.Id, side));
        var actual = from edge in Chains.Relations
                     select (Keys: string.Join(' ', Chains.PointsBehind(edge.Parent).Select(key => RealModel.Map.Points[key])), Satellite: RealModel.Map.Points[edge.Child]);
        Assert.Equal(expected.Select(pair => pair.ToString()).Order(StringComparer.Ordinal), actual.Select(pair => pair.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_drawing_takes_the_chains_to_the_points_it_touches_and_no_other()
    {
        var touched = TouchedBy("temple:left");
        var detached = Chains.DetachedBut(touched);
        var kept = Chains.Network.Edges.Where(edge => !detached[edge.Child] && edge.Child < RealModel.Map.Points.Length).ToList();

        Assert.Equal(Chains.Relations.Where(edge => touched.Contains(edge.Child)).Select(edge => (edge.Parent, edge.Child)), kept.Select(edge => (edge.Parent, edge.Child)));
        Assert.Contains(kept, edge => RealModel.Map.Points[edge.Child] == RealModel.Point("temporalis-2:left"));
        Assert.DoesNotContain(kept, edge => RealModel.Map.Points[edge.Child].Point.ToString().StartsWith("soleus", StringComparison.Ordinal));
    }

    private static HashSet<int> TouchedBy(string regions) =>
        [.. regions.Split(' ').SelectMany(region => RealModel.Map.Named[RealModel.Map.NumberOf(RealModel.Region(region))]).Where(link => link.Weight >= Assumptions.Touching).Select(link => link.Node)];

    private static string KeysOf(Chain chain, Side side) => chain.KeyPoint is { } point
        ? new SidedPoint(point, side).ToString()
        : string.Join(' ', RealModel.Atlas.Muscle(chain.Key).Points.Select(key => new SidedPoint(key.Id, side)));
}
