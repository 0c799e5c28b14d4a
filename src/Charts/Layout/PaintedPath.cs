namespace Unknot.Charts.Layout;

/// <summary>A piece of a flat drawing, in millimetres of it.</summary>
/// <param name="Data">SVG path data of absolute moves, lines, curves and closings.</param>
/// <param name="Fill"><c>#rrggbb</c>; null for the line around the figure.</param>
/// <param name="Opacity">0 … 1.</param>
public sealed record PaintedPath(string Data, string? Fill, float Opacity);
