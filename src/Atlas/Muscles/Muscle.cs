using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>A muscle, or the part of one with its own pain map, as written in <c>data/muscles/&lt;id&gt;.json</c>.</summary>
public sealed record Muscle
{
    public required MuscleId Id { get; init; }

    /// <summary>Everyday English name.</summary>
    public required string Name { get; init; }

    /// <summary>Name in the anatomists' nomenclature.</summary>
    public required string Latin { get; init; }

    /// <summary>Other names and common misspellings, lower case.</summary>
    public required ImmutableArray<string> Synonyms { get; init; }

    /// <summary>The muscles of the anatomists that the unit is part of or brings together; at least one.</summary>
    public required ImmutableArray<NamedMuscle> Anatomy { get; init; }

    public required BodyPart Part { get; init; }

    public required Attachments Attachments { get; init; }

    /// <summary>What it does, one sentence each.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>Nerve and usual segments.</summary>
    public required string Nerve { get; init; }

    public required FibreBundle Fibres { get; init; }

    /// <summary>The only side on which its points are described, such as the right one for a place over the appendix; <c>null</c> = both.</summary>
    public Side? OnlySide { get; init; }

    /// <summary>The sides on which its points exist.</summary>
    [JsonIgnore]
    public ImmutableArray<Side> Sides => OnlySide is { } side ? [side] : [Side.Left, Side.Right];

    /// <summary>At least one, in the order they are numbered.</summary>
    public required ImmutableArray<TriggerPoint> Points { get; init; }

    /// <summary>What people notice beside pain; plain words.</summary>
    public required ImmutableArray<string> Symptoms { get; init; }

    /// <summary>The same as far as it is in the vocabulary of symptoms, with how often it is reported.</summary>
    public required ImmutableArray<Sign> Signs { get; init; }

    /// <summary>What sets its points off.</summary>
    public required ImmutableArray<CauseId> Causes { get; init; }

    /// <summary>What keeps its points alive; may repeat one of <see cref="Causes"/>.</summary>
    public required ImmutableArray<CauseId> PerpetuatedBy { get; init; }

    /// <summary>Movements that bring the pain on; plain words.</summary>
    public required ImmutableArray<string> ProvokedBy { get; init; }

    /// <summary>Questions about movements and simple tests that people with an active point here tend to answer with yes.</summary>
    public required ImmutableArray<TestAnswer> Tests { get; init; }

    /// <summary>Who presses here.</summary>
    public required Treatment Treatment { get; init; }

    /// <summary>At least one; the first is shown first.</summary>
    public required ImmutableArray<Release> Releases { get; init; }

    /// <summary>A stretch or movement for afterwards.</summary>
    public required string Stretch { get; init; }

    /// <summary>Safety text for this muscle; at least one sentence.</summary>
    public required ImmutableArray<string> Avoid { get; init; }

    /// <summary>Slugs of reasons in <c>safety.json</c> that weigh more here than elsewhere; at least one.</summary>
    public required ImmutableArray<string> Contraindications { get; init; }

    /// <summary>Slugs of the endangered places in <c>safety.json</c> that lie at, or right beside, its points.</summary>
    public required ImmutableArray<string> EndangeredPlaces { get; init; }

    /// <summary>Support for anatomy, symptoms, causes and safety, taken together; zones have their own.</summary>
    public required Evidence Evidence { get; init; }
}

/// <summary>A muscle as anatomists count them, with its keys into public vocabularies; a key is <c>null</c> when it was not verified.</summary>
public sealed record NamedMuscle
{
    /// <summary>Terminological name without "musculus", lower case: <c>trapezius</c>, <c>gemellus superior</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Such as <c>UBERON:0002380</c>.</summary>
    public required string? Uberon { get; init; }

    /// <summary>Such as <c>FMA:9626</c>.</summary>
    public required string? Fma { get; init; }

    /// <summary>Body structure in SNOMED CT, as the UBERON release that was read refers to it; digits only.</summary>
    public required string? Snomed { get; init; }
}

/// <summary>Where a muscle begins and ends, in words.</summary>
public sealed record Attachments
{
    public required string From { get; init; }

    public required string To { get; init; }
}
