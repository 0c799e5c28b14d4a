using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Inference.Reasoning;

/// <summary>Something to ask or to try next, because its answer would change which points to treat.</summary>
public abstract record Suggestion
{
    private Suggestion()
    {
    }

    /// <summary>What the answer is expected to tell about which points to treat, in bits, above 0.</summary>
    public required double Gain { get; init; }

    /// <summary>Effort for one answer; 1 is a plain yes/no question to somebody who answers all. It rises with what was left unanswered.</summary>
    public required double Cost { get; init; }

    /// <summary>Press a point and say what it brings.</summary>
    public sealed record Press(SidedPoint Point) : Suggestion;

    /// <summary>Answer a question or do a movement test; the side is midline when both are meant.</summary>
    public sealed record Ask(QuestionId Question, Side Side) : Suggestion;

    /// <summary>Say whether there is a symptom beside the pain; the side is midline when both are meant.</summary>
    public sealed record Notice(SymptomId Symptom, Side Side) : Suggestion;

    /// <summary>Say whether a cause applies.</summary>
    public sealed record Recall(CauseId Cause) : Suggestion;
}

/// <summary>What to do next.</summary>
public sealed record NextSteps
{
    /// <summary>At most two, best first; empty when it is time to stop.</summary>
    public required ImmutableArray<Suggestion> Suggestions { get; init; }

    /// <summary>Why nothing more is asked; null while there is something to ask.</summary>
    public required StopReason? Stop { get; init; }
}

/// <summary>Why it is time to stop asking.</summary>
public enum StopReason
{
    /// <summary>One point stands out as worth checking first, and no answer would change much which points to treat.</summary>
    SureEnough,

    /// <summary>No answer would change much which points to treat, though none stands out.</summary>
    NothingToLearn,

    /// <summary>Enough has been asked for one sitting.</summary>
    EnoughAsked,

    /// <summary>The pain is probably not muscular; further questions about muscles would mislead.</summary>
    NotMuscular,
}
