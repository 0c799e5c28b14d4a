using System.Collections.Frozen;

namespace Unknot.Practice.Visits;

/// <summary>The points a finding may name, each with a side: <c>upper-trapezius-1:right</c>. Made where the atlas is known.</summary>
public sealed class KnownPoints(IEnumerable<string> sided)
{
    internal FrozenSet<string> Sided { get; } = sided.ToFrozenSet(StringComparer.Ordinal);
}
