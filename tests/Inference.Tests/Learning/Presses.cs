using Unknot.Atlas;
using Unknot.Inference.Learning;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Learning;

/// <summary>Press tests to learn from.</summary>
internal static class Presses
{
    internal static readonly MuscleId Infraspinatus = MuscleId.Parse("infraspinatus", null);

    internal static TherapistPress Of(double probability, PressOutcome outcome) => new(Infraspinatus, probability, outcome);

    internal static IEnumerable<TherapistPress> Many(int count, double probability, PressOutcome outcome) =>
        Enumerable.Repeat(Of(probability, outcome), count);

    /// <summary>Any outcomes at any probabilities.</summary>
    internal static List<TherapistPress> Random(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => Of(Math.Round(random.NextDouble(), 2), (PressOutcome)random.Next(3))),
    ];

    /// <summary>
    /// A practice in which the log odds of every suggested point are off by the same amount, and whose therapist errs as often as the model says:
    /// a point is active or not, and the thumb brings one of three outcomes.
    /// </summary>
    internal static List<TherapistPress> Simulated(Random random, int count, double shift) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
        {
            var said = 0.05 + (0.75 * random.NextDouble());
            var odds = said / (1 - said) * Math.Exp(shift);
            var active = random.NextDouble() < odds / (1 + odds);
            var thumb = random.NextDouble();
            var mine = active ? 0.80 : 0.12;
            var tender = active ? 0.12 : 0.42;
            return Of(said, thumb < mine ? PressOutcome.MyPain : thumb < mine + tender ? PressOutcome.OnlyTender : PressOutcome.Nothing);
        }),
    ];
}
