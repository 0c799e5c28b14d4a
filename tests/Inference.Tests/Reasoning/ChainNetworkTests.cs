using Unknot.Atlas;
using Unknot.Inference.Network;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

public sealed class ChainNetworkTests
{
    private static readonly ChainNetwork Chains = new(RealModel.Atlas, RealModel.Map);

    private static readonly MusclePriors Priors = new(RealModel.Atlas, RealModel.Map);

    [Fact]
    public void The_prior_of_every_point_comes_out_as_asked_for()
    {
        var prior = ExactInference.Solve(Chains.Network, Observations.None(Chains.Network.NodeCount));
        for (var i = 0; i < RealModel.Map.Points.Length; i++)
        {
            Assert.Equal(Priors.OfEachPoint(RealModel.Atlas.Point(RealModel.Map.Points[i].Point).Muscle), prior.ActiveOf(i), 1e-12);
        }
    }

    [Fact]
    public void At_least_about_half_of_every_prior_arises_without_a_key()
    {
        for (var i = 0; i < RealModel.Map.Points.Length; i++)
        {
            var asked = Priors.OfEachPoint(RealModel.Atlas.Point(RealModel.Map.Points[i].Point).Muscle);
            Assert.InRange(Chains.Network.Bases[i], 0.49 * asked, asked * (1 + 1e-12));
        }
    }

    [Fact]
    public void Every_chain_of_the_atlas_is_in_the_network_on_both_sides()
    {
        var expected = from chain in RealModel.Atlas.Chains
                       from point in RealModel.Atlas.Muscle(chain.Satellite).Points
                       from side in (Side[])[Side.Left, Side.Right]
                       select (Keys: KeysOf(chain, side), Satellite: new SidedPoint(point.Id, side));
        var actual = from edge in Chains.Network.Edges
                     where edge.Child < RealModel.Map.Points.Length
                     select (Keys: string.Join(' ', Chains.PointsBehind(edge.Parent).Select(key => RealModel.Map.Points[key])), Satellite: RealModel.Map.Points[edge.Child]);
        Assert.Equal(expected.Select(pair => pair.ToString()).Order(StringComparer.Ordinal), actual.Select(pair => pair.ToString()).Order(StringComparer.Ordinal));
    }

    private static string KeysOf(Chain chain, Side side) => chain.KeyPoint is { } point
        ? new SidedPoint(point, side).ToString()
        : string.Join(' ', RealModel.Atlas.Muscle(chain.Key).Points.Select(key => new SidedPoint(key.Id, side)));
}
