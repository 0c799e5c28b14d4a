using System.Collections.Immutable;

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

    public required MuscleCodes Codes { get; init; }

    public required BodyPart Part { get; init; }

    public required Attachments Attachments { get; init; }

    /// <summary>What it does, one sentence each.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>Nerve and usual segments.</summary>
    public required string Nerve { get; init; }

    public required FibreBundle Fibres { get; init; }

    /// <summary>At least one, in the order they are numbered.</summary>
    public required ImmutableArray<TriggerPoint> Points { get; init; }

    /// <summary>What people notice beside pain; plain words.</summary>
    public required ImmutableArray<string> Symptoms { get; init; }

    /// <summary>What sets its points off or keeps them alive.</summary>
    public required ImmutableArray<CauseId> Causes { get; init; }

    /// <summary>Movements that bring the pain on; plain words.</summary>
    public required ImmutableArray<string> ProvokedBy { get; init; }

    /// <summary>At least one; the first is shown first.</summary>
    public required ImmutableArray<Release> Releases { get; init; }

    /// <summary>A stretch or movement for afterwards.</summary>
    public required string Stretch { get; init; }

    /// <summary>Safety text for this muscle; at least one sentence.</summary>
    public required ImmutableArray<string> Avoid { get; init; }

    /// <summary>Published or proposed shares of people with pain in a part of the body who have an active point here.</summary>
    public required ImmutableArray<Prevalence> Prevalence { get; init; }

    /// <summary>Support for anatomy, symptoms, causes and safety, taken together; zones and prevalences have their own.</summary>
    public required Evidence Evidence { get; init; }
}

/// <summary>Keys into public anatomy vocabularies; <c>null</c> when not verified.</summary>
public sealed record MuscleCodes
{
    /// <summary>Such as <c>UBERON:0002380</c>.</summary>
    public required string? Uberon { get; init; }

    /// <summary>Such as <c>FMA:9626</c>.</summary>
    public required string? Fma { get; init; }
}

/// <summary>Where a muscle begins and ends, in words.</summary>
public sealed record Attachments
{
    public required string From { get; init; }

    public required string To { get; init; }
}

/// <summary>Share of people with a complaint who have an active point in the muscle.</summary>
public sealed record Prevalence
{
    /// <summary>The complaint, in the words of the evidence: "neck pain", "headache", "low back pain".</summary>
    public required string Complaint { get; init; }

    /// <summary>0 … 1.</summary>
    public required double Share { get; init; }

    /// <summary>Lowest published or plausible share, 0 … <see cref="Share"/>.</summary>
    public required double Low { get; init; }

    /// <summary>Highest published or plausible share, <see cref="Share"/> … 1.</summary>
    public required double High { get; init; }

    public required Evidence Evidence { get; init; }
}
