using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Learning;

/// <summary>
/// A press test done or confirmed by a therapist, and how likely the engine held the point to be active just before. Names no client and no time.
/// </summary>
public sealed record TherapistPress
{
    /// <param name="muscle">The muscle of the point; the side does not matter.</param>
    /// <param name="probability">See <see cref="Probability"/>.</param>
    /// <param name="outcome">What the press brought.</param>
    /// <exception cref="ArgumentException">The muscle is <c>default</c>, the probability outside 0 … 1, or the outcome none of the three.</exception>
    public TherapistPress(MuscleId muscle, double probability, PressOutcome outcome)
    {
        if (muscle == default)
        {
            throw new ArgumentException("A press test needs a muscle.", nameof(muscle));
        }

        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is between 0 and 1.");
        }

        if (!Enum.IsDefined(outcome))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "A press brings the person's pain, tenderness only, or nothing.");
        }

        Muscle = muscle;
        Probability = probability;
        Outcome = outcome;
    }

    public MuscleId Muscle { get; }

    /// <summary>
    /// Of the point, 0 … 1, as the engine gave it before this press and <em>without</em> <see cref="PracticePriors"/>: with them, what was
    /// learned would be learned again.
    /// </summary>
    public double Probability { get; }

    public PressOutcome Outcome { get; }
}
