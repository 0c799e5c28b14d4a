using System.Collections.Immutable;

namespace Unknot.Practice.Pictures;

/// <summary>A drawing for a <see cref="ShareCard"/>: paths from back to front, in units of their own.</summary>
public sealed record CardArt(float Width, float Height, ImmutableArray<CardPath> Paths);

/// <param name="Data">SVG path data of absolute moves, lines, curves and closings.</param>
/// <param name="Fill"><c>#rrggbb</c>, or null for none.</param>
/// <param name="Stroke"><c>#rrggbb</c>, or null for none.</param>
/// <param name="StrokeWidth">In units of the drawing.</param>
/// <param name="Opacity">0 … 1.</param>
/// <param name="Scale">Units of the drawing for one of the path.</param>
/// <param name="X">Where the path's origin lies in the drawing.</param>
/// <param name="Y">As <paramref name="X"/>.</param>
public sealed record CardPath(string Data, string? Fill, string? Stroke, float StrokeWidth, float Opacity, float Scale, float X, float Y);
