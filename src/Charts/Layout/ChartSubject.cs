using System.Collections.Immutable;
using Unknot.Charts.Choosing;

namespace Unknot.Charts.Layout;

/// <summary>What a chart shows.</summary>
/// <param name="Explained">A sentence or two under the title.</param>
/// <param name="Points">In the order of their numbers; at least one.</param>
internal sealed record ChartSubject(string Title, string Explained, ImmutableArray<ChartPoint> Points);
