using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Offline;

/// <summary>
/// What a browser fetches ahead, so that the site works without a connection. The shell comes with the first visit and is small; the texts
/// of the atlas follow in the background; what is large and not everybody's (the solid body, other builds) is kept once it was used.
/// </summary>
/// <param name="Release">Names the cache.</param>
/// <param name="Data">Version of the atlas; answers of the API with this version never change.</param>
/// <param name="Shell">Files to fetch at once: path and address.</param>
/// <param name="Later">Files to fetch in the background.</param>
/// <param name="OnUse">Files to keep once somebody used them.</param>
/// <param name="Pages">Pages to fetch at once.</param>
/// <param name="Answers">Answers of the API to fetch at once.</param>
/// <param name="LaterAnswers">Answers to fetch in the background.</param>
/// <param name="Bundle">All muscles in one answer, to be taken apart.</param>
/// <param name="Texts">Pages to fetch in the background without their drawings.</param>
internal sealed record OfflineFiles(
    string Release,
    string Data,
    ImmutableArray<ImmutableArray<string>> Shell,
    ImmutableArray<ImmutableArray<string>> Later,
    ImmutableArray<ImmutableArray<string>> OnUse,
    ImmutableArray<string> Pages,
    ImmutableArray<string> Answers,
    ImmutableArray<string> LaterAnswers,
    string Bundle,
    ImmutableArray<string> Texts)
{
    /// <summary>Islands that only a solid figure needs; by far the largest.</summary>
    private const string SolidFigure = "/islands/view3d-";

    /// <param name="pages">Pages of this site that hold nothing about anybody: those of the shell that exist.</param>
    internal static OfflineFiles Of(SiteRelease release, AtlasData atlas, ImmutableArray<string> pages)
    {
        var files = release.Files.ToLookup(WhenWanted);
        string Versioned(string address) => $"{address}?v={Uri.EscapeDataString(atlas.Version)}";
        return new OfflineFiles(
            release.Name,
            atlas.Version,
            [.. files[Wanted.AtOnce].Select(Pair)],
            [.. files[Wanted.Later].Select(Pair)],
            [.. files[Wanted.OnUse].Select(Pair)],
            pages,
            [Versioned("/api/v1/regions"), Versioned("/api/v1/fallback")],
            [.. RollsOf(atlas).Select(Versioned)],
            Versioned("/api/v1/muscles/bundle"),
            [
                "/muscles", "/pain", "/techniques", "/evidence",
                .. atlas.Techniques.Select(technique => $"/techniques/{technique.Id}"),
                .. atlas.Muscles.Select(muscle => $"/muscles/{muscle.Id}"),
                .. atlas.Regions.Select(region => $"/pain/{region.Id}"),
            ]);
    }

    private static IEnumerable<string> RollsOf(AtlasData atlas) =>
        from muscle in atlas.Muscles
        from way in muscle.Releases
        where way.Roll is not null
        select $"/api/v1/muscles/{muscle.Id}/rolls/{way.Technique}";

    private enum Wanted
    {
        Never,
        AtOnce,
        Later,
        OnUse,
    }

    private static Wanted WhenWanted(SiteFile file) => file.Path switch
    {
        WorkerScript.File => Wanted.Never,
        var path when path.StartsWith("/css/console", StringComparison.Ordinal) || path.StartsWith("/islands/console-", StringComparison.Ordinal) => Wanted.Never,     // nothing of the practice's own pages is kept
        var path when path.EndsWith(".txt", StringComparison.Ordinal) || path.EndsWith(".map", StringComparison.Ordinal) => Wanted.Never,
        var path when path.StartsWith("/css/", StringComparison.Ordinal) || path.StartsWith("/icon", StringComparison.Ordinal) => Wanted.AtOnce,
        var path when path.StartsWith("/islands/", StringComparison.Ordinal) && !path.StartsWith(SolidFigure, StringComparison.Ordinal) => Wanted.AtOnce,
        "/assets/figure/front.svg" or "/assets/figure/back.svg" => Wanted.AtOnce,
        var path when path.StartsWith("/assets/figure/", StringComparison.Ordinal) && path.Count(letter => letter == '/') == 3 => Wanted.Later,
        _ => Wanted.OnUse,
    };

    private static ImmutableArray<string> Pair(SiteFile file) => [file.Path, file.Address];
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OfflineFiles))]
[JsonSerializable(typeof(WebManifest.Document))]
internal sealed partial class OfflineJson : JsonSerializerContext;
