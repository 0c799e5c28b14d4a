using Unknot.Atlas;

namespace Unknot.Body;

/// <summary>How much a cell belongs to the pain zones of a point.</summary>
/// <param name="Weight">
/// Above 0, at most 1: the share of people with the point who feel it here, times a fall-off towards the edge of the zone, as the
/// mean over the cell.
/// </param>
/// <param name="Kind">The kind of the zone that gives the weight; essential where both give the same.</param>
public readonly record struct CellWeight(CellId Cell, float Weight, ZoneKind Kind);
