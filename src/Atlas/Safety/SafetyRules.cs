using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>How soon care is needed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CareLevel>))]
public enum CareLevel
{
    /// <summary>Call the emergency number now.</summary>
    [JsonStringEnumMemberName("emergency")]
    Emergency,

    /// <summary>See a clinician today.</summary>
    [JsonStringEnumMemberName("same-day")]
    SameDay,

    /// <summary>See a clinician within days.</summary>
    [JsonStringEnumMemberName("soon")]
    Soon,
}

/// <summary>A question asked after marking and before any result.</summary>
public sealed record RedFlag
{
    /// <summary>Slug, unique among the flags.</summary>
    public required string Id { get; init; }

    /// <summary>The yes/no question, reading age 12.</summary>
    public required string Question { get; init; }

    /// <summary>Examples or details under the question; <c>null</c> when it needs none.</summary>
    public string? Detail { get; init; }

    /// <summary>Regions whose marking brings it up; empty = always asked.</summary>
    public required ImmutableArray<RegionId> Regions { get; init; }

    public required CareLevel Care { get; init; }

    /// <summary>What the stop card says to do. Never names a disease.</summary>
    public required string Action { get; init; }

    public required Evidence Evidence { get; init; }
}

/// <summary>A reason to press gently or not at all.</summary>
public sealed record Contraindication
{
    /// <summary>Slug, unique among the contraindications.</summary>
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>True = do not press; false = only lightly, or after asking a clinician.</summary>
    public required bool Forbids { get; init; }

    public required Evidence Evidence { get; init; }
}

/// <summary>A place where pressure can do harm.</summary>
public sealed record EndangeredPlace
{
    /// <summary>Slug, unique among the places.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What lies there.</summary>
    public required string AtRisk { get; init; }

    /// <summary>What to do instead.</summary>
    public required string Advice { get; init; }

    /// <summary>
    /// Where it is on the skin of either side: strokes over landmarks of the left half. A point that is pressed on one of them must say so in
    /// its muscle. Empty for what has no place on the skin, such as the inside of the mouth.
    /// </summary>
    public required ImmutableArray<EndangeredArea> Areas { get; init; }

    public required Evidence Evidence { get; init; }
}

/// <summary>A stroke over the skin.</summary>
public sealed record EndangeredArea
{
    /// <summary>At least one place; one is a round spot.</summary>
    public required ImmutableArray<Place> Path { get; init; }

    /// <summary>Full width of the stroke in millimetres, 8 … 160.</summary>
    public required float WidthMillimetres { get; init; }
}

/// <summary><c>data/safety.json</c>.</summary>
public sealed record SafetyRules
{
    public required ImmutableArray<RedFlag> RedFlags { get; init; }

    /// <summary>Spoken and shown in every session: stop when…</summary>
    public required ImmutableArray<string> StopRules { get; init; }

    public required ImmutableArray<Contraindication> Contraindications { get; init; }

    public required ImmutableArray<EndangeredPlace> EndangeredPlaces { get; init; }

    /// <summary>From when a change of a rating counts; one of each <see cref="ChangedRating"/>.</summary>
    public required ImmutableArray<SmallestChange> SmallestChanges { get; init; }

    /// <summary>Statements that every page about results carries: what is disputed.</summary>
    public required ImmutableArray<DisputedPoint> Disputed { get; init; }
}

/// <summary>What is rated from 0 to 10 again and again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangedRating>))]
public enum ChangedRating
{
    /// <summary>The pain of one place, 10 being the worst.</summary>
    [JsonStringEnumMemberName("pain")]
    Pain,

    /// <summary>One activity of the person's own choice, 10 being as before the trouble.</summary>
    [JsonStringEnumMemberName("activity")]
    Activity,

    /// <summary>The mean of such activities.</summary>
    [JsonStringEnumMemberName("activities")]
    Activities,
}

/// <summary>The smallest change of a rating that means something.</summary>
public sealed record SmallestChange
{
    public required ChangedRating Id { get; init; }

    /// <summary>On the scale of 0 to 10; 1 … 10.</summary>
    public required int Points { get; init; }

    /// <summary>Of the first rating, 1 … 100: enough by itself, too. <c>null</c> where only points count.</summary>
    public int? Percent { get; init; }

    public required string Text { get; init; }

    public required Evidence Evidence { get; init; }
}

/// <summary>Something about trigger points that is not settled.</summary>
public sealed record DisputedPoint
{
    public required string Text { get; init; }

    public required Evidence Evidence { get; init; }
}
