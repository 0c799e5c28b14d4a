using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>How often people with an active point report something. No study gives shares, so the atlas gives none.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HowOften>))]
public enum HowOften
{
    /// <summary>Taught as typical of the point.</summary>
    [JsonStringEnumMemberName("often")]
    Often,

    /// <summary>Some people report it.</summary>
    [JsonStringEnumMemberName("sometimes")]
    Sometimes,

    /// <summary>Described, but unusual.</summary>
    [JsonStringEnumMemberName("rarely")]
    Rarely,
}

/// <summary>A symptom that goes with active points of a muscle.</summary>
public sealed record Sign
{
    public required SymptomId Symptom { get; init; }

    public required HowOften Frequency { get; init; }
}

/// <summary>A question that people with active points of a muscle tend to answer with yes.</summary>
public sealed record TestAnswer
{
    public required QuestionId Question { get; init; }

    /// <summary>How often the answer is yes.</summary>
    public required HowOften Frequency { get; init; }
}

/// <summary>Something that a person notices beside pain.</summary>
public sealed record Symptom
{
    public required SymptomId Id { get; init; }

    /// <summary>A few plain words: "Ringing in the ear".</summary>
    public required string Name { get; init; }

    /// <summary>A yes/no question, reading age 12.</summary>
    public required string Question { get; init; }

    /// <summary>Other words that people use for it, lower case.</summary>
    public required System.Collections.Immutable.ImmutableArray<string> Synonyms { get; init; }
}

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
