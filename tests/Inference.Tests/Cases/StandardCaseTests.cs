using Unknot.Atlas;
using Unknot.Inference.Reasoning;
using Unknot.Inference.Tests.Reasoning;
using Xunit.Abstractions;

namespace Unknot.Inference.Tests.Cases;

/// <summary>The cases of <c>data/cases</c>, each also in the mirror. What the ranking is goes to the test's output, for review.</summary>
public sealed class StandardCaseTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, StandardCase> All = StandardCase.ReadAll().ToDictionary(one => one.Id, StringComparer.Ordinal);

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (var id in All.Keys)
            {
                cases.Add(id, false);
                cases.Add(id, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_ranking_is_what_the_literature_leads_one_to_expect(string id, bool mirrored)
    {
        var one = All[id];
        var drawing = Drawings.Of([.. one.Painful]) with { PainFree = [.. one.PainFree.Select(RealModel.Region)] };
        var ranking = RealModel.Model.Trace(mirrored ? Drawings.Mirrored(drawing) : drawing);
        Print(ranking);

        foreach (var lead in one.Leads)
        {
            var first = ranking.Results.Take(lead.AmongFirst).Select(result => $"{result.Muscle}:{Sided(result.Point.Side, mirrored).ToWord()}").ToList();
            Assert.True(lead.AnyOf.Intersect(first).Any(), $"{one.Says}: expected one of {string.Join(", ", lead.AnyOf)} among {string.Join(", ", first)}");
        }

        foreach (var chain in one.Chains)
        {
            var result = ranking.Results.Single(result => result.Point == Sided(RealModel.Point(chain.Of), mirrored));
            Assert.Equal(Sided(RealModel.Point(chain.BeginsWith), mirrored), result.Chain.FirstOrDefault());
        }

        Assert.False(ranking.ProbablyNotMuscular);
    }

    [Fact]
    public void Every_case_expects_something_that_exists_and_says_why()
    {
        var muscles = RealModel.Atlas.Muscles.Select(muscle => muscle.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        var sources = RealModel.Atlas.Sources.Select(source => source.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(All);
        Assert.All(All.Values, one =>
        {
            Assert.NotEmpty(one.Leads.Select(lead => lead.AmongFirst).Concat(one.Chains.Select(_ => 0)));
            Assert.All(one.Leads, lead => Assert.InRange(lead.AmongFirst, 1, 10));
            Assert.All(one.Leads.SelectMany(lead => lead.AnyOf), muscle => Assert.Contains(RealModel.Split(muscle).Id, muscles));
            Assert.False(string.IsNullOrWhiteSpace(one.Because));
            Assert.NotEmpty(one.Sources);
            Assert.All(one.Sources, source => Assert.Contains(source, sources));
        });
    }

    [Fact]
    public void A_wrong_expectation_is_noticed()
    {
        var ranking = RealModel.Model.Trace(Drawings.Of("temple:right"));
        Assert.DoesNotContain(ranking.Results.Take(3), result => result.Muscle.ToString() == "soleus");
    }

    private static Side Sided(Side side, bool mirrored) => mirrored ? side.Mirrored() : side;

    private static SidedPoint Sided(SidedPoint point, bool mirrored) => point with { Side = Sided(point.Side, mirrored) };

    private void Print(Ranking ranking)
    {
        output.WriteLine($"{string.Join(", ", ranking.Findings.Select(finding => finding.Region))}: {ranking.ExplainedShare:P0} accounted for");
        foreach (var result in ranking.Results.Take(8))
        {
            output.WriteLine($"  {result.Probability:0.000} {result.Point}  {string.Join(", ", result.Explains.Select(area => $"{area.Region} {area.Share:0.00}"))}  from {string.Join(" > ", result.Chain)}");
        }
    }
}
