using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Inference.Reasoning;

/// <summary>The smallest set of points that accounts for nearly everything that any set would account for, in the order to treat.</summary>
public sealed record Explanation
{
    /// <summary>Key points before the points they keep alive, otherwise the point that accounts for most first; empty when points account for nothing.</summary>
    public required ImmutableArray<ExplainingPoint> Points { get; init; }

    /// <summary>The share of the marked pain that these points account for if they are active, 0 … 1.</summary>
    public required double Accounts { get; init; }

    /// <summary>Marked regions that more likely than not have another cause than any point.</summary>
    public required ImmutableArray<SidedRegion> Unexplained { get; init; }
}

/// <param name="Point">The point.</param>
/// <param name="Keeps">The points of the explanation that it may keep alive; empty for most.</param>
/// <param name="Regions">The marked regions that it accounts for better than the other points of the explanation.</param>
public sealed record ExplainingPoint(SidedPoint Point, ImmutableArray<SidedPoint> Keeps, ImmutableArray<SidedRegion> Regions);

/// <summary>What speaks for or against a point beside the marked areas that it accounts for.</summary>
public abstract record Reason
{
    private Reason()
    {
    }

    /// <summary>Factor of the odds as a base-2 logarithm: above 0 it speaks for the point, below 0 against it.</summary>
    public required double Bits { get; init; }

    /// <summary>It would be felt here too, but here nothing is marked.</summary>
    /// <param name="Region">The region.</param>
    /// <param name="Frequency">How often the point is felt there, 0 … 1.</param>
    public sealed record NotMarked(SidedRegion Region, double Frequency) : Reason;

    /// <summary>It would be felt here too, but here there is no pain, the person says.</summary>
    /// <param name="Region">The region.</param>
    /// <param name="Frequency">How often the point is felt there, 0 … 1.</param>
    public sealed record PainFree(SidedRegion Region, double Frequency) : Reason;

    /// <summary>Pressing it brought this.</summary>
    public sealed record Pressed(PressOutcome Outcome) : Reason;

    /// <summary>A question was answered.</summary>
    public sealed record Answered(QuestionId Question, Side Side, bool Yes) : Reason;

    /// <summary>A symptom is there or not.</summary>
    public sealed record Noticed(SymptomId Symptom, Side Side, bool Present) : Reason;

    /// <summary>A cause applies or not.</summary>
    public sealed record Caused(CauseId Cause, bool Applies) : Reason;
}

/// <summary>How the probabilities were found.</summary>
public enum InferenceMethod
{
    /// <summary>By exact elimination; the error is that of rounding.</summary>
    Elimination,

    /// <summary>By search with a certified bound, because elimination would have taken longer than was allowed.</summary>
    Search,
}

/// <param name="Low">Lower end, 0 … 1.</param>
/// <param name="High">Upper end, 0 … 1, at least <paramref name="Low"/>.</param>
public readonly record struct ProbabilityRange(double Low, double High);
