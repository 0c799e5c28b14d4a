using System.Collections.Concurrent;
using Unknot.Body;
using Unknot.Body.Seen;

namespace Unknot.Charts.Art;

/// <summary>A side from which the whole figure is drawn.</summary>
internal enum ViewName
{
    Front,
    Back,
    Left,
    Right,
}

/// <summary>The drawing of one view and what can be seen in it.</summary>
internal sealed record View(ViewName Name, FigureArt Art, SeenSkin Skin)
{
    internal Projection Projection => Art.Projection;
}

/// <summary>The views of each build, made when they are first asked for and kept. Safe to share between threads.</summary>
internal sealed class Views(Surface surface)
{
    private readonly ConcurrentDictionary<(FigureBuild Build, ViewName Name), Lazy<View>> made = new();

    internal View Of(FigureBuild build, ViewName name) => made.GetOrAdd((build, name), key => new Lazy<View>(() => Make(key.Build, key.Name))).Value;

    /// <summary>Whether the flat drawings of a build are part of this assembly.</summary>
    internal static bool IsDrawn(FigureBuild build) => Enum.GetValues<ViewName>().All(name => typeof(Views).Assembly.GetManifestResourceInfo(ResourceOf(build, name)) is not null);

    private static string ResourceOf(FigureBuild build, ViewName name) =>
        $"figure/{(build == FigureBuild.Neutral ? "" : $"{build.Id}/")}{name.ToString().ToLowerInvariant()}.svg";

    private View Make(FigureBuild build, ViewName name)
    {
        var resource = ResourceOf(build, name);
        using var stream = typeof(Views).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not built into the assembly: write the body assets first.");
        var art = FigureArt.Read(stream);
        return new View(name, art, new SeenSkin(surface, build, art.Projection));
    }
}
