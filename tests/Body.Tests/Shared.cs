using Unknot.Atlas;
using Unknot.Body.Meshing;
using Unknot.Body.Output;

namespace Unknot.Body.Tests;

/// <summary>What is slow to make and never changes.</summary>
internal static class Shared
{
    private static readonly Lazy<Surface> LoadedSurface = new(Surface.Load);
    private static readonly Lazy<AtlasData> LoadedAtlas = new(AtlasData.Load);
    private static readonly Lazy<HalfBody> LoadedLight = new(() => Glb.Read(File.ReadAllBytes(Path.Combine(Shared.Assets, "body-half-light.glb"))));
    private static readonly Lazy<BodyAtlas> LaidAtlas = new(() => BodyAtlas.Lay(Atlas, Surface));

    internal static Surface Surface => LoadedSurface.Value;

    /// <summary>The committed mesh for slow phones.</summary>
    internal static HalfBody Light => LoadedLight.Value;

    internal static AtlasData Atlas => LoadedAtlas.Value;

    internal static BodyAtlas Body => LaidAtlas.Value;

    /// <summary>The top folder of the repository.</summary>
    internal static string Root { get; } = FindRoot();

    internal static string Assets => Path.Combine(Root, "assets");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Unknot.slnx")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return directory.FullName;
    }
}
