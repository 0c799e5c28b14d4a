using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Builds;

namespace Unknot.Body;

/// <summary>
/// A build of the figure: a smooth, mirror-symmetric map of the body frame onto itself that can be undone. Everything is described
/// once, on the neutral figure, and shared by all builds: place it there, then map it.
/// </summary>
public sealed class FigureBuild
{
    private FigureBuild(string id, string name, double towards)
    {
        Id = id;
        Name = name;
        Shape = BuildShape.Between(towards);
    }

    /// <summary>Neither broad in the shoulders nor in the hips: the figure as it is described. Maps every place onto itself.</summary>
    public static FigureBuild Neutral { get; } = new("neutral", "In between", 0);

    /// <summary>Every build, the neutral one first.</summary>
    public static ImmutableArray<FigureBuild> All { get; } =
        [Neutral, new("broad-shoulders", "Broader shoulders", 1), new("broad-hips", "Broader hips", -1)];

    /// <summary>As in addresses and names of files; never changes.</summary>
    public string Id { get; }

    /// <summary>In words for the person who chooses.</summary>
    public string Name { get; }

    internal BuildShape Shape { get; }

    /// <summary>Where a place of the neutral figure lies in this build. Millimetres in the body frame; heights stay as they are.</summary>
    public Vector3 Place(Vector3 neutral)
    {
        var (x, z) = Shape.Place(neutral.X, neutral.Y, neutral.Z);
        return new Vector3((float)x, neutral.Y, (float)z);
    }

    /// <summary>The direction out of this build's skin where the neutral figure has <paramref name="normal"/>.</summary>
    /// <param name="at">A place of the neutral figure.</param>
    /// <param name="normal">Length above 0.</param>
    /// <returns>Length 1.</returns>
    public Vector3 Direction(Vector3 at, Vector3 normal) => Shape.Direction(at, normal);
}
