using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Learning;

/// <summary>Press tests of one muscle, both sides together, among clients in whom the engine had suggested it.</summary>
public readonly record struct PressCounts
{
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public PressCounts(int confirmed, int refuted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(confirmed);
        ArgumentOutOfRangeException.ThrowIfNegative(refuted);
        Confirmed = confirmed;
        Refuted = refuted;
    }

    /// <summary>The press brought the person's own pain.</summary>
    public int Confirmed { get; }

    /// <summary>It brought tenderness only, or nothing.</summary>
    public int Refuted { get; }

    public int Total => Confirmed + Refuted;

    /// <summary>The share confirmed, 0 … 1; <c>null</c> when nothing was pressed.</summary>
    public double? Share => Total == 0 ? null : (double)Confirmed / Total;

    /// <summary>
    /// The central 80 % for the share by E. B. Wilson's method; 0 … 1 when nothing was pressed. It is the range of what a press brings in the people
    /// in whom the muscle was suggested, not of how common its points are.
    /// </summary>
    public ProbabilityRange Range
    {
        get
        {
            if (Share is not { } share)
            {
                return new ProbabilityRange(0, 1);
            }

            var square = Likelihoods.Deviations80 * Likelihoods.Deviations80 / Total;
            var middle = (share + (square / 2)) / (1 + square);
            var half = Math.Sqrt(square * ((share * (1 - share)) + (square / 4))) / (1 + square);
            return new ProbabilityRange(Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }

    internal PressCounts With(PressOutcome outcome) =>
        outcome == PressOutcome.MyPain ? new PressCounts(Confirmed + 1, Refuted) : new PressCounts(Confirmed, Refuted + 1);
}
