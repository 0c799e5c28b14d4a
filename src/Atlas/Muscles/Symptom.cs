using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>Something that a person notices beside pain.</summary>
public sealed record Symptom
{
    public required SymptomId Id { get; init; }

    /// <summary>A few plain words: "Ringing in the ear".</summary>
    public required string Name { get; init; }

    /// <summary>A yes/no question, reading age 12.</summary>
    public required string Question { get; init; }

    /// <summary>Other words that people use for it, lower case.</summary>
    public required ImmutableArray<string> Synonyms { get; init; }
}
