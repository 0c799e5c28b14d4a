using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Charts.Tests;

/// <summary>What is slow to make and never changes.</summary>
internal static class Shared
{
    private static readonly Lazy<AtlasData> LoadedAtlas = new(AtlasData.Load);
    private static readonly Lazy<BodyAtlas> LaidAtlas = new(() => BodyAtlas.Lay(Atlas, Surface.Load()));
    private static readonly Lazy<ChartMaker> MadeMaker = new(() => new ChartMaker(Atlas, Body));

    internal static AtlasData Atlas => LoadedAtlas.Value;

    internal static BodyAtlas Body => LaidAtlas.Value;

    internal static ChartMaker Maker => MadeMaker.Value;
}
