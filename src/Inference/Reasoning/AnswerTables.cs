using System.Collections.Frozen;
using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>Which points an answer speaks for, as numbers of a <see cref="ReferralMap"/>.</summary>
internal sealed class AnswerTables
{
    private readonly FrozenDictionary<(QuestionId, Side), ImmutableArray<Link>> questions;
    private readonly FrozenDictionary<(SymptomId, Side), ImmutableArray<Link>> symptoms;
    private readonly FrozenDictionary<CauseId, ImmutableArray<(int Point, CauseRole Role)>> causes;
    private readonly AtlasData atlas;

    internal AnswerTables(AtlasData atlas, ReferralMap map)
    {
        this.atlas = atlas;
        var pointsOf = Enumerable.Range(0, map.Points.Length).ToLookup(number => atlas.Point(map.Points[number].Point).Muscle.Id);
        questions = Tables(from muscle in atlas.Muscles
                           from test in muscle.Tests
                           from point in pointsOf[muscle.Id]
                           select (test.Question, map.Points[point].Side, new Link(point, Likelihoods.YesBecauseOf(test.Frequency))));
        symptoms = Tables(from muscle in atlas.Muscles
                          from sign in muscle.Signs
                          from point in pointsOf[muscle.Id]
                          select (sign.Symptom, map.Points[point].Side, new Link(point, Likelihoods.YesBecauseOf(sign.Frequency))));
        causes = (from muscle in atlas.Muscles
                  from cause in muscle.Causes.Union(muscle.PerpetuatedBy)
                  from point in pointsOf[muscle.Id]
                  group (point, RoleOf(cause, muscle)) by cause).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>With how often each point brings a yes about; ascending, each point once. Midline for both sides.</summary>
    internal ImmutableArray<Link> LinksOf(QuestionId question, Side side) => questions.GetValueOrDefault((question, side), []);

    /// <summary>Likewise.</summary>
    internal ImmutableArray<Link> LinksOf(SymptomId symptom, Side side) => symptoms.GetValueOrDefault((symptom, side), []);

    /// <summary>How often people say yes although no point brings it about.</summary>
    internal double AnywayOf(QuestionId question) => Likelihoods.YesAnyway(atlas.Question(question).Kind);

    /// <summary>What each point's muscle lists the cause as; each point once.</summary>
    internal ImmutableArray<(int Point, CauseRole Role)> RolesOf(CauseId cause) => causes.GetValueOrDefault(cause, []);

    private static CauseRole RoleOf(CauseId cause, Muscle muscle) => (muscle.Causes.Contains(cause), muscle.PerpetuatedBy.Contains(cause)) switch
    {
        (true, true) => CauseRole.Both,
        (true, false) => CauseRole.SetsOff,
        _ => CauseRole.KeepsAlive,
    };

    private static FrozenDictionary<(TId, Side), ImmutableArray<Link>> Tables<TId>(IEnumerable<(TId Id, Side Side, Link Link)> entries)
        where TId : struct
    {
        var all = entries.ToList();
        return all.Concat(all.Select(entry => entry with { Side = Side.Midline }))
            .GroupBy(entry => (entry.Id, entry.Side), entry => entry.Link)
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(link => link.Node).ToImmutableArray());
    }
}
