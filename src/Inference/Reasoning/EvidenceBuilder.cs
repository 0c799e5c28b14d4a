using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Network;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>Turns what somebody told into evidence.</summary>
internal sealed class EvidenceBuilder
{
    /// <summary>A yes is nearly always meant.</summary>
    internal const double AnswerCertainty = 0.999;

    private readonly ReferralMap map;
    private readonly ChainNetwork chains;
    private readonly AnswerTables answers;

    /// <summary>For each region what its silence does to the log odds of the points that refer there.</summary>
    private readonly ImmutableArray<ImmutableArray<LogWeight>> silent;

    /// <summary>For each region what a statement that it is free of pain does.</summary>
    private readonly ImmutableArray<ImmutableArray<LogWeight>> painFree;

    internal EvidenceBuilder(ReferralMap map, ChainNetwork chains, AnswerTables answers)
    {
        this.map = map;
        this.chains = chains;
        this.answers = answers;
        silent = [.. map.Mean.Select(links => Against(links, Assumptions.SilenceCounts))];
        painFree = [.. map.Named.Select(links => Against(links, Assumptions.PainFreeCounts))];
    }

    internal CaseEvidence Build(Inquiry inquiry)
    {
        var sightings = Sighting.Of(inquiry.Drawing, map);
        var logWeights = new double[chains.Network.NodeCount];
        var spokenOf = AddDrawing(inquiry.Drawing, sightings, logWeights);
        foreach (var (point, outcome) in inquiry.Presses)
        {
            logWeights[map.NumberOf(point)] += Math.Log(Likelihoods.PressRatio(outcome, Presser.Self));
        }

        AddCauses(inquiry.Causes, logWeights);
        var leaks = LeaksOf(inquiry);
        var witnesses = ImmutableArray.CreateBuilder<Witness>();
        witnesses.AddRange(sightings.Select(sighting => new Witness { Leak = leaks[sighting.Region], Certainty = sighting.Certainty, Links = sighting.Links }));
        foreach (var (question, side, yes) in inquiry.Questions.OrderBy(answer => answer.Question.ToString(), StringComparer.Ordinal).ThenBy(answer => answer.Side))
        {
            AddAnswer(answers.LinksOf(question, side), yes, answers.AnywayOf(question), witnesses, logWeights);
        }

        foreach (var (symptom, side, present) in inquiry.Symptoms.OrderBy(answer => answer.Symptom.ToString(), StringComparer.Ordinal).ThenBy(answer => answer.Side))
        {
            AddAnswer(answers.LinksOf(symptom, side), present, Likelihoods.YesAnyway(symptom), witnesses, logWeights);
        }

        // The points that clearly refer to something marked.
        var touched = sightings.SelectMany(sighting => sighting.Links).Where(link => link.Weight >= Assumptions.Touching).Select(link => link.Node);
        return new CaseEvidence(
            inquiry,
            sightings,
            [.. spokenOf],
            new Observations([.. logWeights.Select(weight => Math.Max(weight, -Observations.MaxLogWeight))], witnesses.ToImmutable(), chains.DetachedBut(touched)));
    }

    /// <summary>For each region how often it hurts for another reason than a point. What is said of a place alone wins over what is said on the whole.</summary>
    private double[] LeaksOf(Inquiry inquiry)
    {
        var leaks = new double[map.Regions.Length];
        Array.Fill(leaks, LeakOf(inquiry.Qualities));
        foreach (var (region, qualities) in inquiry.Places)
        {
            if (!qualities.IsEmpty)
            {
                leaks[map.NumberOf(region)] = LeakOf(qualities);
            }
        }

        return leaks;
    }

    /// <summary>How often a region hurts for another reason than a point, given how the pain feels.</summary>
    private static double LeakOf(ImmutableArray<PainQuality> qualities) =>
        LogSpace.Logistic(LogSpace.Logit(Assumptions.Leak) + Math.Log(Likelihoods.LeakFactor(qualities)));

    private static ImmutableArray<LogWeight> Against(ImmutableArray<Link> links, double counts) =>
        [.. links.Select(link => new LogWeight(link.Node, LogSpace.Log1P(-counts * link.Weight)))];

    private static void Add(ImmutableArray<LogWeight> weights, double[] sums)
    {
        foreach (var (point, weight) in weights)
        {
            sums[point] += weight;
        }
    }

    /// <returns>For each region whether something is said about it.</returns>
    private bool[] AddDrawing(Drawing drawing, ImmutableArray<Sighting> sightings, double[] logWeights)
    {
        var spokenOf = new bool[map.Regions.Length];
        foreach (var sighting in sightings)
        {
            spokenOf[sighting.Region] = true;
        }

        foreach (var region in drawing.PainFree.Select(map.NumberOf).Distinct().Order())
        {
            spokenOf[region] = true;
            Add(painFree[region], logWeights);
        }

        // Who has not marked anything has not begun, and the silence of all regions means nothing.
        for (var region = 0; region < spokenOf.Length && !sightings.IsEmpty; region++)
        {
            if (!spokenOf[region])
            {
                Add(silent[region], logWeights);
            }
        }

        return spokenOf;
    }

    private void AddCauses(ImmutableArray<CauseAnswer> causes, double[] logWeights)
    {
        if (causes.IsEmpty)
        {
            return;
        }

        var byPoint = new Dictionary<int, List<double>>();
        foreach (var (cause, applies) in causes.OrderBy(answer => answer.Cause.ToString(), StringComparer.Ordinal))
        {
            foreach (var (point, role) in answers.RolesOf(cause))
            {
                if (!byPoint.TryGetValue(point, out var logs))
                {
                    byPoint.Add(point, logs = []);
                }

                logs.Add(Math.Log(Likelihoods.CauseFactor(role, Likelihoods.BaseRate(cause), applies)));
            }
        }

        foreach (var (point, logs) in byPoint)
        {
            logWeights[point] += Likelihoods.CausesTogether(logs);
        }
    }

    private static void AddAnswer(
        ImmutableArray<Link> links, bool yes, double anyway, ImmutableArray<Witness>.Builder witnesses, double[] logWeights)
    {
        if (yes)
        {
            witnesses.Add(new Witness { Leak = anyway, Certainty = AnswerCertainty, Links = links });
            return;
        }

        foreach (var (point, weight) in links)
        {
            logWeights[point] += LogSpace.Log1P(-weight);
        }
    }

    /// <param name="Point">Number of the point.</param>
    /// <param name="Value">Natural logarithm of a factor of its odds, at most 0.</param>
    private readonly record struct LogWeight(int Point, double Value);
}
