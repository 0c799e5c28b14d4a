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
    public void The_prior_of_every_point_comes_out_as_asked_for(string regions)
    {
        var network = Network(regions);
        var prior = ExactInference.Solve(network, Observations.None(network.NodeCount));
        for (var i = 0; i < RealModel.Map.Points.Length; i++)
        {
            Assert.Equal(Priors.OfEachPoint(RealModel.Atlas.Point(RealModel.Map.Points[i].Point).Muscle), prior.ActiveOf(i), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Touched))]
    public void At_least_about_half_of_every_prior_arises_without_a_key(string regions)
    {
        var network = Network(regions);
        Assert.NotEmpty(network.Edges);
        for (var i = 0; i < RealModel.Map.Points.Length; i++)
        {
            var asked = Priors.OfEachPoint(RealModel.Atlas.Point(RealModel.Map.Points[i].Point).Muscle);
            Assert.InRange(network.Bases[i], 0.49 * asked, asked * (1 + 1e-12));
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
        var kept = Chains.For(touched).Edges.Where(edge => edge.Child < RealModel.Map.Points.Length).ToList();

        Assert.Equal(Chains.Relations.Where(edge => touched.Contains(edge.Child)).Select(edge => (edge.Parent, edge.Child)), kept.Select(edge => (edge.Parent, edge.Child)));
        Assert.Contains(kept, edge => RealModel.Map.Points[edge.Child] == RealModel.Point("temporalis-2:left"));
        Assert.DoesNotContain(kept, edge => RealModel.Map.Points[edge.Child].Point.ToString().StartsWith("soleus", StringComparison.Ordinal));
    }

    private static NoisyOrNetwork Network(string regions) => Chains.For(TouchedBy(regions));

    private static HashSet<int> TouchedBy(string regions) =>
        [.. regions.Split(' ').SelectMany(region => RealModel.Map.Named[RealModel.Map.NumberOf(RealModel.Region(region))]).Where(link => link.Weight >= Assumptions.Touching).Select(link => link.Node)];

    private static string KeysOf(Chain chain, Side side) => chain.KeyPoint is { } point
        ? new SidedPoint(point, side).ToString()
        : string.Join(' ', RealModel.Atlas.Muscle(chain.Key).Points.Select(key => new SidedPoint(key.Id, side)));
}
