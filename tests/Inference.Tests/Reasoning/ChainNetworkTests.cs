using Unknot.Atlas;
using Unknot.Inference.Network;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

public sealed class ChainNetworkTests
{
    private static readonly ChainNetwork Chains = new(RealModel.Atlas, RealModel.Map.Points);

    [Fact]
    public void A_muscle_with_one_point_and_no_published_share_has_the_share_it_is_shrunk_to() =>
        Assert.Equal(0.003, ChainNetwork.PriorOf(Muscle(points: 1)), 1e-12);

    [Fact]
    public void Several_complaints_make_a_muscle_active_more_often() =>
        Assert.Equal(1 - (0.988 * 0.99), ChainNetwork.PriorOf(Muscle(points: 1, 0.6, 0.5)), 1e-12);

    [Fact]
    public void Four_points_behave_like_two_independent_ones() =>
        Assert.Equal(1 - Math.Sqrt(0.988), ChainNetwork.PriorOf(Muscle(points: 4, 0.6)), 1e-12);

    [Fact]
    public void The_prior_of_every_point_comes_out_as_asked_for()
    {
        var prior = ExactInference.Solve(Chains.Network, Observations.None(Chains.Network.NodeCount));
        for (var i = 0; i < RealModel.Map.Points.Length; i++)
        {
            Assert.Equal(ChainNetwork.PriorOf(RealModel.Atlas.Point(RealModel.Map.Points[i].Point).Muscle), prior.ActiveOf(i), 1e-12);
        }
    }

    [Fact]
    public void At_least_about_half_of_every_prior_arises_without_a_key()
    {
        for (var i = 0; i < RealModel.Map.Points.Length; i++)
        {
            var asked = ChainNetwork.PriorOf(RealModel.Atlas.Point(RealModel.Map.Points[i].Point).Muscle);
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

    private static Muscle Muscle(int points, params double[] shares)
    {
        var real = RealModel.Atlas.Muscles.First(muscle => !muscle.Prevalence.IsEmpty);
        return real with
        {
            Points = [.. Enumerable.Repeat(real.Points[0], points)],
            Prevalence = [.. shares.Select(share => real.Prevalence[0] with { Share = share })],
        };
    }
}
