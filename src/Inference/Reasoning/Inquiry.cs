using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Inference.Reasoning;

/// <summary>All that one person has told: the drawing, and what was answered since. The order of entries means nothing.</summary>
public sealed record Inquiry
{
    public required Drawing Drawing { get; init; }

    /// <summary>How the pain feels; each counts once.</summary>
    public ImmutableArray<PainQuality> Qualities { get; init; } = [];

    /// <summary>
    /// How the pain feels at single places, instead of <see cref="Qualities"/>; each region at most once. A region in which nothing is
    /// marked, or that is free of pain, says nothing.
    /// </summary>
    public ImmutableArray<PlaceQualities> Places { get; init; } = [];

    /// <summary>Each cause at most once.</summary>
    public ImmutableArray<CauseAnswer> Causes { get; init; } = [];

    /// <summary>Each symptom at most once on each side.</summary>
    public ImmutableArray<SymptomAnswer> Symptoms { get; init; } = [];

    /// <summary>Each question at most once on each side.</summary>
    public ImmutableArray<QuestionAnswer> Questions { get; init; } = [];

    /// <summary>Each point at most once.</summary>
    public ImmutableArray<PressAnswer> Presses { get; init; } = [];

    /// <summary>What was asked and had no answer. It says nothing about the pain.</summary>
    public Unanswered Unanswered { get; init; } = new();
}

/// <summary>What somebody could not reach or did not know: it is not asked again.</summary>
public sealed record Unanswered
{
    public ImmutableArray<SidedPoint> Presses { get; init; } = [];

    public ImmutableArray<QuestionId> Questions { get; init; } = [];

    public ImmutableArray<SymptomId> Symptoms { get; init; } = [];

    public ImmutableArray<CauseId> Causes { get; init; } = [];
}

/// <param name="Region">A region on a side that it has.</param>
/// <param name="Qualities">How it feels there; each counts once. None says nothing of it.</param>
public readonly record struct PlaceQualities(SidedRegion Region, ImmutableArray<PainQuality> Qualities);

/// <param name="Cause">A cause of the atlas.</param>
/// <param name="Applies">Whether it happened to the person, or still goes on.</param>
public readonly record struct CauseAnswer(CauseId Cause, bool Applies);

/// <param name="Symptom">A symptom of the atlas.</param>
/// <param name="Side">Left or right; midline when no side was said, which then speaks about both.</param>
/// <param name="Present">Whether the person has it.</param>
public readonly record struct SymptomAnswer(SymptomId Symptom, Side Side, bool Present);

/// <param name="Question">A question of the atlas.</param>
/// <param name="Side">Left or right; midline when no side was said, which then speaks about both.</param>
/// <param name="Yes">The answer.</param>
public readonly record struct QuestionAnswer(QuestionId Question, Side Side, bool Yes);

/// <param name="Point">A point on a side that it has.</param>
/// <param name="Outcome">What pressing it brought.</param>
public readonly record struct PressAnswer(SidedPoint Point, PressOutcome Outcome);

/// <summary>What pressing a point brings.</summary>
public enum PressOutcome
{
    /// <summary>The pain that the person knows and came with.</summary>
    MyPain,

    /// <summary>It is tender there, but it is not that pain.</summary>
    OnlyTender,

    /// <summary>Nothing worth telling.</summary>
    Nothing,
}
