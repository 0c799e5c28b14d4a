using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>A key point or muscle that keeps points of another one alive, on the same side.</summary>
public sealed record Chain
{
    public required MuscleId Key { get; init; }

    /// <summary>The point of the key muscle that does it; <c>null</c> = any of them.</summary>
    public PointId? KeyPoint { get; init; }

    public required MuscleId Satellite { get; init; }

    public required ChainStrength Strength { get; init; }

    public required Evidence Evidence { get; init; }
}

/// <summary>How strongly a relation is supported.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChainStrength>))]
public enum ChainStrength
{
    /// <summary>Treating the key changed the satellite in an experiment or trial.</summary>
    [JsonStringEnumMemberName("tested")]
    Tested,

    /// <summary>Reported from observation of treatment.</summary>
    [JsonStringEnumMemberName("observed")]
    Observed,

    /// <summary>Often found together.</summary>
    [JsonStringEnumMemberName("co-active")]
    CoActive,
}

/// <summary>Something that sets points off or keeps them alive.</summary>
public sealed record Cause
{
    public required CauseId Id { get; init; }

    /// <summary>Plain words, as an answer to "what might have set it off?".</summary>
    public required string Name { get; init; }
}
