using System.Collections.Immutable;
using Unknot.Inference.Network;
using Unknot.Inference.Network.Elimination;

namespace Unknot.Inference.Tests.Network.Elimination;

public sealed class EliminationOrderTests
{
    [Fact]
    public void Every_variable_is_summed_out_once_and_depends_only_on_later_ones()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var given = RandomCase.OfAnyKind(seed, 30, strong: 0);
            var plan = new EliminationPlan();
            plan.Prepare(given.Network, given.Evidence);
            plan.LayOut();
            var steps = plan.Order.Steps.All.ToArray();
            Assert.Equal(Enumerable.Range(0, plan.Variables.Count), steps.Order());
            var (work, tables) = (0.0, 0);
            for (var step = 0; step < steps.Length; step++)
            {
                var scope = plan.Order.Scopes.Slice(plan.Order.ScopeStarts[step], plan.ScopeOf(step)).ToArray();
                var places = scope.Select(variable => Array.IndexOf(steps, variable)).ToArray();
                Assert.All(places, place => Assert.True(place > step));
                Assert.Equal(places.Order(), places);
                var times = steps[step] < plan.Variables.ClassCount ? plan.Variables.Sizes[steps[step]] : 2;
                work += times * Math.Pow(2, scope.Length);
                tables += 1 << scope.Length;
            }

            Assert.Equal(work, plan.Order.Work);
            Assert.Equal(tables, plan.TableSize);
        }
    }

    [Fact]
    public void Points_that_touch_the_same_are_summed_out_together()
    {
        var network = new NoisyOrNetwork([.. Enumerable.Repeat(0.1, 6)], [new(4, 5, 0.5)]);
        ImmutableArray<Link> links = [new(0, 0.1), new(1, 0.2), new(2, 0.3), new(3, 0.4), new(5, 0.5)];
        var evidence = new Observations([.. new double[6]], [new Witness { Leak = 0, Certainty = 0.5, Links = links }]);
        var plan = new EliminationPlan();
        plan.Prepare(network, evidence);
        Assert.Equal([4, 1, 1], plan.Variables.Sizes.All.ToArray());
    }

    [Fact]
    public void More_work_than_allowed_is_not_begun()
    {
        var given = LargeCasesTests.Dense(nodes: 20, witnesses: 10);
        var work = ExactInference.Solve(given.Network, given.Evidence).Work;
        Assert.InRange(work, 100, 1e6);
        Assert.Equal(work, ExactInference.TrySolve(given.Network, given.Evidence, work)?.Work);
        Assert.Null(ExactInference.TrySolve(given.Network, given.Evidence, Math.BitDecrement(work)));
    }

    [Fact]
    public void What_fits_no_memory_is_refused()
    {
        var (network, evidence) = LargeCasesTests.Dense(nodes: 80, witnesses: 60);
        Assert.Null(ExactInference.TrySolve(network, evidence, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => ExactInference.Solve(network, evidence));
        Assert.Throws<ArgumentException>(() => ExactInference.SolveAll(network, evidence, [CaseNumbers.Of(network, evidence)]));
        Assert.False(ExactInference.IsFeasible(network, evidence, TimeSpan.MaxValue));
    }

    [Fact]
    public void What_takes_longer_than_there_is_time_for_is_not_feasible()
    {
        var given = LargeCasesTests.Dense(nodes: 20, witnesses: 10);
        Assert.True(ExactInference.IsFeasible(given.Network, given.Evidence, TimeSpan.FromSeconds(10)));
        Assert.False(ExactInference.IsFeasible(given.Network, given.Evidence, TimeSpan.Zero));
    }
}
