using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>A typical site of a trigger point. Real points vary: the spread says by how much.</summary>
public sealed record TriggerPoint
{
    public required PointId Id { get; init; }

    /// <summary>Where in the muscle, in a few plain words: "front edge, half-way along the top of the shoulder".</summary>
    public required string Where { get; init; }

    /// <summary>The fibre it sits on, 1 … the bundle's count.</summary>
    public required int Fibre { get; init; }

    /// <summary>Share of the way along the fibre from its first station, 0 … 100.</summary>
    public required float AlongPercent { get; init; }

    /// <summary>Radius within which it is usually found, in millimetres, 5 … 60.</summary>
    public required float SpreadMillimetres { get; init; }

    public required Finding Find { get; init; }

    /// <summary>At least one essential zone.</summary>
    public required ImmutableArray<Zone> Zones { get; init; }

    /// <summary>Support for place and zones.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>How to find a point by hand.</summary>
    public sealed record Finding
    {
        /// <summary>How to sit or lie so that the muscle is slack enough to feel.</summary>
        public required string Position { get; init; }

        /// <summary>The way to it from places one can feel.</summary>
        public required string Landmarks { get; init; }

        /// <summary>What the band feels like.</summary>
        public required string Feels { get; init; }

        /// <summary>What a press should bring on when this point is the cause.</summary>
        public required string Press { get; init; }
    }
}

/// <summary>How often a zone is felt by people who have the point.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ZoneKind>))]
public enum ZoneKind
{
    /// <summary>Nearly everyone feels it.</summary>
    [JsonStringEnumMemberName("essential")]
    Essential,

    /// <summary>Some feel it.</summary>
    [JsonStringEnumMemberName("spillover")]
    Spillover,
}

/// <summary>Where a point is felt: a stroke over the skin, or a region inside the body. Same side as the point.</summary>
public sealed record Zone
{
    public required ZoneKind Kind { get; init; }

    /// <summary>The stroke's path over the skin; <c>null</c> for a region inside the body. One place is a round spot.</summary>
    public ImmutableArray<Place>? Path { get; init; }

    /// <summary>Full width of the stroke in millimetres, 8 … 160; <c>null</c> exactly when there is no path.</summary>
    public float? WidthMillimetres { get; init; }

    /// <summary>The region inside the body; <c>null</c> exactly when there is a path.</summary>
    public RegionId? Inside { get; init; }

    /// <summary>Share of people with the point who feel it here, above 0 to 1: published or, far more often, our estimate.</summary>
    public required double Frequency { get; init; }

    /// <summary>
    /// How the frequency is known: <see cref="EvidenceGrade.Study"/> or better only for a counted share; an estimate from what the sources of
    /// the point say about it is <see cref="EvidenceGrade.Derived"/>, one without any is <see cref="EvidenceGrade.Unsourced"/>.
    /// </summary>
    public required EvidenceGrade Grade { get; init; }
}
