using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>
/// The words with which people say where it hurts, beside the names and synonyms of the regions: <c>data/words.json</c>. Every text is
/// lower case, without apostrophes, hyphens and articles: "golfers elbow", "back of knee".
/// </summary>
public sealed record WordBook
{
    /// <summary>Names of one or several regions that are said as they stand.</summary>
    public required ImmutableArray<WordPhrase> Phrases { get; init; }

    /// <summary>Limbs and other parts that have sides of their own: "back of …", "inner …".</summary>
    public required ImmutableArray<WordPart> Parts { get; init; }

    public required ImmutableArray<AspectWords> Aspects { get; init; }

    /// <summary>Regions in a row along the body, from the trunk outwards or upwards; where several join two places, the first wins.</summary>
    public required ImmutableArray<ImmutableArray<RegionId>> Pathways { get; init; }

    public required ImmutableArray<QualityWords> Qualities { get; init; }

    public required ImmutableArray<StrengthWords> Strengths { get; init; }

    public required ImmutableArray<SideWords> Sides { get; init; }

    /// <summary>What makes a side of the word before it: "left <i>side</i>", "right <i>hand side</i>".</summary>
    public required ImmutableArray<string> SideAreas { get; init; }

    /// <summary>Before the place that a pain goes to: "down", "to".</summary>
    public required ImmutableArray<string> Towards { get; init; }

    /// <summary>Before the place that a pain comes from.</summary>
    public required ImmutableArray<string> Origins { get; init; }

    /// <summary>Say that the pain moves, so that a new sentence goes on with the last place.</summary>
    public required ImmutableArray<string> Motions { get; init; }

    /// <summary>Before what brings the pain on: in "my neck hurts <i>when</i> I turn my head" the head does not hurt.</summary>
    public required ImmutableArray<string> Conditions { get; init; }

    /// <summary>In "both wrists, the right is <i>worse</i>" the left one hurts too.</summary>
    public required ImmutableArray<string> Comparisons { get; init; }

    /// <summary>May stand anywhere inside a name: "back of <i>my</i> knee".</summary>
    public required ImmutableArray<string> Articles { get; init; }

    public required ImmutableArray<string> Joins { get; init; }

    /// <summary>End what a negation reaches: "but", "only".</summary>
    public required ImmutableArray<string> Turns { get; init; }

    /// <summary>Before a place without pain, or before a quality that it does not have.</summary>
    public required ImmutableArray<string> Negations { get; init; }

    /// <summary>After a place without pain: "is fine".</summary>
    public required ImmutableArray<string> PainFree { get; init; }

    /// <summary>After a place with pain: "hurts"; parts it from a place that is fine.</summary>
    public required ImmutableArray<string> Hurting { get; init; }

    /// <summary>May stand between a side, a direction or a negation and the place it belongs to.</summary>
    public required ImmutableArray<string> Bridges { get; init; }

    /// <summary>Words whose plural means both sides.</summary>
    public required ImmutableArray<PluralWord> Plurals { get; init; }

    /// <summary>Misspellings that are too short or too far off to be recognised by likeness.</summary>
    public required ImmutableArray<WrittenWord> Spellings { get; init; }

    /// <summary>Words and phrases that say nothing of place and are never taken for a misspelled one.</summary>
    public required ImmutableArray<string> PassedOver { get; init; }
}

/// <param name="Says">May begin with <c>@side</c>: a side has to be said there.</param>
/// <param name="Regions">At least one.</param>
public sealed record WordPhrase(ImmutableArray<string> Says, ImmutableArray<RegionId> Regions);

/// <summary>A part of the body that people name as a whole and by its aspects.</summary>
/// <param name="Names">"knee", "knee joint".</param>
/// <param name="Whole">Marked when only the part is named.</param>
/// <param name="All">Everything of it: free of pain when the part is, and where a way along the body may meet it.</param>
/// <param name="Narrows">Further regions that, named in one breath with the part, say more exactly what was meant.</param>
/// <param name="At">What its aspects are.</param>
public sealed record WordPart(
    ImmutableArray<string> Names, ImmutableArray<RegionId> Whole, ImmutableArray<RegionId> All, ImmutableArray<RegionId> Narrows, ImmutableArray<AspectRegions> At);

public sealed record AspectRegions(Aspect Aspect, ImmutableArray<RegionId> Regions);

/// <param name="Aspect">The aspect.</param>
/// <param name="Before">Said before the part: "back of".</param>
/// <param name="After">Said after it, with a comma or without: "thumb side".</param>
public sealed record AspectWords(Aspect Aspect, ImmutableArray<string> Before, ImmutableArray<string> After);

public sealed record QualityWords(PainQuality Quality, ImmutableArray<string> Says);

/// <param name="Share">Above 0 to 1.</param>
/// <param name="Says">Words for it.</param>
public sealed record StrengthWords(double Share, ImmutableArray<string> Says);

public sealed record SideWords(SaidSide Side, ImmutableArray<string> Says);

public sealed record PluralWord(string One, string Many);

public sealed record WrittenWord(string Word, ImmutableArray<string> Written);

/// <summary>From where a part of the body is seen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Aspect>))]
public enum Aspect
{
    [JsonStringEnumMemberName("front")]
    Front,

    [JsonStringEnumMemberName("back")]
    Back,

    [JsonStringEnumMemberName("inner")]
    Inner,

    [JsonStringEnumMemberName("outer")]
    Outer,

    /// <summary>"Side of", where nobody says which.</summary>
    [JsonStringEnumMemberName("side")]
    Side,

    [JsonStringEnumMemberName("top")]
    Top,

    [JsonStringEnumMemberName("bottom")]
    Bottom,

    [JsonStringEnumMemberName("palm-side")]
    PalmSide,

    [JsonStringEnumMemberName("thumb-side")]
    ThumbSide,

    [JsonStringEnumMemberName("little-finger-side")]
    LittleFingerSide,
}

/// <summary>A side as it is said.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SaidSide>))]
public enum SaidSide
{
    [JsonStringEnumMemberName("left")]
    Left,

    [JsonStringEnumMemberName("right")]
    Right,

    [JsonStringEnumMemberName("both")]
    Both,

    /// <summary>The side said last.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>Not the side said last.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
