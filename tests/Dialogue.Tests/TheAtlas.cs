using Unknot.Atlas;

namespace Unknot.Dialogue.Tests;

/// <summary>The atlas, read once.</summary>
internal static class TheAtlas
{
    internal static AtlasData Data { get; } = AtlasData.Load();
}
