namespace Unknot.Atlas;

/// <summary>A question that people with active points of a muscle tend to answer with yes.</summary>
public sealed record TestAnswer
{
    public required QuestionId Question { get; init; }

    /// <summary>How often the answer is yes.</summary>
    public required HowOften Frequency { get; init; }
}
