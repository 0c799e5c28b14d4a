using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Unknot.Atlas;

namespace Unknot.Cli.Output;

/// <summary>How words were understood, as <c>unknot trace --text … --json</c> prints it.</summary>
/// <param name="Painful">Regions that hurt.</param>
/// <param name="PainFree">Regions that were said not to.</param>
/// <param name="Qualities">How it feels.</param>
/// <param name="Strength">Above 0 to 1; left out when nothing was said of it.</param>
/// <param name="NotUnderstood">Words without a known meaning.</param>
internal sealed record UnderstoodOutput(
    ImmutableArray<UnderstoodOutput.SaidPlace> Painful,
    ImmutableArray<UnderstoodOutput.SaidPlace> PainFree,
    ImmutableArray<PainQuality> Qualities,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Strength,
    ImmutableArray<string> NotUnderstood)
{
    internal static UnderstoodOutput Of(Understanding understood, string text) => new(
        [.. understood.Painful.Select(found => PlaceOf(found, text))],
        [.. understood.PainFree.Select(found => PlaceOf(found, text))],
        [.. understood.Qualities.Select(found => found.Quality)],
        understood.Strength?.Share,
        [.. understood.NotUnderstood.Select(span => span.In(text))]);

    private static SaidPlace PlaceOf(UnderstoodRegion found, string text) => new(found.Region.Region, found.Region.Side, found.SideSaid, found.Span.In(text));

    /// <param name="Region">The region.</param>
    /// <param name="Side">The person's own side.</param>
    /// <param name="SideSaid">False when it is on both sides because none was said.</param>
    /// <param name="Words">The words it was read from.</param>
    internal sealed record SaidPlace(RegionId Region, Side Side, bool SideSaid, string Words);
}
