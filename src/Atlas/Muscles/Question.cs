using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>What a question asks the person to do or to remember.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionKind>))]
public enum QuestionKind
{
    /// <summary>A movement of daily life that brings the pain on.</summary>
    [JsonStringEnumMemberName("movement")]
    Movement,

    /// <summary>A posture, or lying in bed.</summary>
    [JsonStringEnumMemberName("posture")]
    Posture,

    /// <summary>A test to do now; needs no helper.</summary>
    [JsonStringEnumMemberName("test")]
    Test,
}

/// <summary>A question that is answered with yes or no and speaks for some muscles.</summary>
public sealed record Question
{
    public required QuestionId Id { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>The yes/no question, reading age 12.</summary>
    public required string Text { get; init; }

    /// <summary>How to do the test, or an example; <c>null</c> when the question needs none.</summary>
    public string? Detail { get; init; }
}
