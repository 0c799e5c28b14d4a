using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>How well a claim is supported, best first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidenceGrade>))]
public enum EvidenceGrade
{
    /// <summary>A controlled trial or a pooled analysis of trials.</summary>
    [JsonStringEnumMemberName("trial")]
    Trial,

    /// <summary>A published observation or measurement without a control.</summary>
    [JsonStringEnumMemberName("study")]
    Study,

    /// <summary>What experienced clinicians teach, on a page that was read.</summary>
    [JsonStringEnumMemberName("expert")]
    Expert,

    /// <summary>Our own inference from the claims beside it.</summary>
    [JsonStringEnumMemberName("derived")]
    Derived,

    /// <summary>Common in the teaching tradition; no text was read to check it.</summary>
    [JsonStringEnumMemberName("unsourced")]
    Unsourced,
}

/// <summary>The support of one claim.</summary>
public sealed record Evidence
{
    public required EvidenceGrade Grade { get; init; }

    /// <summary>Keys into the bibliography; empty exactly when the grade is derived or unsourced.</summary>
    public required ImmutableArray<SourceId> Sources { get; init; }

    /// <summary>What the source covers and what it does not; <c>null</c> when there is nothing to add.</summary>
    public string? Note { get; init; }
}

/// <summary>An entry of the bibliography.</summary>
public sealed record Source
{
    public required SourceId Id { get; init; }

    /// <summary>Author or publisher, year, title or subject; enough to find it.</summary>
    public required string Citation { get; init; }

    /// <summary>Web address without scheme, or <c>null</c> when only the printed work is known.</summary>
    public string? Address { get; init; }

    /// <summary>How much of it was read: the whole, an abstract, an excerpt.</summary>
    public required string Read { get; init; }
}
