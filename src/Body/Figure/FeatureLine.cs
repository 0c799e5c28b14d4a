using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Body.Figure;

/// <summary>
/// A line that a draughtsman would set on the figure, given near the skin of the left half and mirrored to the right. One that
/// begins on the midline runs on over it.
/// </summary>
/// <param name="IsSoft">Drawn fainter: a fold or an edge under the skin.</param>
internal sealed record FeatureLine(bool IsSoft, ImmutableArray<Vector3> Path)
{
    internal static FeatureLine Firm(params ImmutableArray<Vector3> path) => new(IsSoft: false, path);

    internal static FeatureLine Soft(params ImmutableArray<Vector3> path) => new(IsSoft: true, path);
}
