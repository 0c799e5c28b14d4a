using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue;

/// <summary>What a description in words adds to what was named or painted one by one. What was named wins, words follow it.</summary>
public sealed record SaidBeside
{
    /// <summary>Nothing was said.</summary>
    public static SaidBeside Nothing { get; } = new() { Painful = [], PainFree = [] };

    /// <summary>With the strength that was said, or 1.</summary>
    public required ImmutableArray<RegionPain> Painful { get; init; }

    public required ImmutableArray<SidedRegion> PainFree { get; init; }

    /// <param name="understood">What the words mean.</param>
    /// <param name="painful">Regions that hurt whatever the words say, those of painted places included.</param>
    /// <param name="painFree">Regions that do not.</param>
    public static SaidBeside Of(Understanding understood, IReadOnlySet<SidedRegion> painful, IReadOnlySet<SidedRegion> painFree)
    {
        ArgumentNullException.ThrowIfNull(understood);
        ArgumentNullException.ThrowIfNull(painful);
        ArgumentNullException.ThrowIfNull(painFree);
        bool IsOpen(UnderstoodRegion found) => !painful.Contains(found.Region) && !painFree.Contains(found.Region);
        return new SaidBeside
        {
            Painful = [.. understood.Painful.Where(IsOpen).Select(found => new RegionPain(found.Region, understood.Strength?.Share ?? 1))],
            PainFree = [.. understood.PainFree.Where(IsOpen).Select(found => found.Region)],
        };
    }

    /// <summary>Why a text that names no place is of no use, with the nearest names.</summary>
    public static string NoPlaceIn(string text, Understanding understood, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(understood);
        ArgumentNullException.ThrowIfNull(atlas);
        var unknown = understood.NotUnderstood.SelectMany(span => span.In(text).Split(' ')).DefaultIfEmpty(text).Take(MostUnknown);
        var nearest = unknown.SelectMany(word => NearestNames.Of(word, atlas.Regions, 3)).Select(region => region.Id.ToString()).Distinct(StringComparer.Ordinal).Take(6);
        return PlaceWords.In(atlas.Language)["No place was understood in '{0}'. Nearest: {1}.", AnswerNames.Shortened(text), string.Join(", ", nearest)];
    }

    /// <summary>To look for the nearest of every word of a long text would be slow and of no use.</summary>
    private const int MostUnknown = 6;
}
