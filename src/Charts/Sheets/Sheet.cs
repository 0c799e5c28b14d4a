using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Charts.Sheets;

/// <summary>One side of paper, or a drawing on a screen, with nothing in it that belongs to a file format.</summary>
/// <param name="Size">In points (1/72 inch).</param>
/// <param name="Title">What it shows, for those who cannot see it.</param>
/// <param name="Marks">In the order they are painted.</param>
internal sealed record Sheet(Vector2 Size, string Title, ImmutableArray<Mark> Marks);
