using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>
/// Share of people with a complaint who have an active point in a muscle: the studies of that complaint pooled and shrunk towards
/// <see cref="UnpublishedShare"/>. Computed, never typed.
/// </summary>
public sealed record Prevalence
{
    /// <summary>The share for a muscle that nobody counted in a complaint: what the few people of small studies are shrunk towards.</summary>
    public const double UnpublishedShare = 0.15;

    /// <summary>The unpublished share weighs as much as so many people.</summary>
    private const double PeopleOfShrinkage = 8;

    /// <summary>An estimate from texts weighs as much as so many people.</summary>
    private const double PeopleOfEstimate = 8;

    /// <summary>A study weighs no more than so many people: which patients and which examiner it had matters more than how many.</summary>
    private const double MostPeople = 60;

    /// <summary>80 % of a normal distribution lies within so many standard deviations.</summary>
    private const double Deviations = 1.2816;

    public required Complaint Complaint { get; init; }

    /// <summary>Above 0, below 1.</summary>
    public required double Share { get; init; }

    /// <summary>
    /// Lower end of the range: of the central 80 % for the pooled number of people, or the lowest share that any study gives when that is lower.
    /// </summary>
    public required double Low { get; init; }

    /// <summary>Upper end, likewise.</summary>
    public required double High { get; init; }

    /// <summary>What was pooled, in the order of the file.</summary>
    public required ImmutableArray<PrevalenceStudy> Studies { get; init; }

    /// <summary>All complaints in which the muscle was counted or estimated, in the order of the file.</summary>
    internal static ImmutableArray<Prevalence> Of(MuscleId muscle, Priors priors) =>
    [
        .. from complaint in priors.Complaints
           let counted = (from study in priors.Studies
                          where study.Complaint == complaint.Id
                          from share in study.Shares
                          where share.Muscles.Contains(muscle)
                          select (study, share)).ToList()
           where counted.Count > 0
           select Pool(complaint, counted),
    ];

    private static Prevalence Pool(Complaint complaint, List<(PrevalenceStudy Study, CountedShare Counted)> counted)
    {
        var people = PeopleOfShrinkage + counted.Sum(item => WeightOf(item.Study));
        var share = ((PeopleOfShrinkage * UnpublishedShare) + counted.Sum(item => WeightOf(item.Study) * OfOne(item.Counted, item.Counted.Share))) / people;
        var deviation = Deviations * Math.Sqrt(share * (1 - share) / (people + 1));
        return new Prevalence
        {
            Complaint = complaint,
            Share = share,
            Low = Math.Max(0, Math.Min(share - deviation, counted.Min(item => OfOne(item.Counted, item.Counted.Low ?? item.Counted.Share)))),
            High = Math.Min(1, Math.Max(share + deviation, counted.Max(item => OfOne(item.Counted, item.Counted.High ?? item.Counted.Share)))),
            Studies = [.. counted.Select(item => item.Study).Distinct()],
        };
    }

    /// <summary>
    /// The part of a share that one muscle has when several were counted as one. Were they independent, the share would come from all of them
    /// together; were they always active together, each would have the whole. The truth lies between: they behave like √n independent ones.
    /// </summary>
    private static double OfOne(CountedShare counted, double share) => 1 - Math.Pow(1 - share, 1 / Math.Sqrt(counted.Muscles.Length));

    private static double WeightOf(PrevalenceStudy study) => study.People is { } people ? Math.Min(people, MostPeople) : PeopleOfEstimate;
}
