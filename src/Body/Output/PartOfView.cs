using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Output;

/// <summary>Chooses the skin that belongs to a close-up, so that no other part of the body stands beside it.</summary>
internal static class PartOfView
{
    /// <param name="belongs">Told the region of the cell and the cell's own side.</param>
    /// <returns>For each cell, by value, whether it belongs to the part.</returns>
    internal static bool[] Cells(BodyAtlas body, ImmutableArray<Region> regions, Func<Region, Side, bool> belongs)
    {
        var byId = regions.ToDictionary(region => region.Id);
        return [.. body.Surface.Cells.Select(cell => belongs(byId[body.RegionOf(cell).Region], cell.Side))];
    }

    /// <summary>The same part on the other side of the body.</summary>
    internal static bool[] Mirrored(bool[] part) => [.. Enumerable.Range(0, part.Length).Select(cell => part[new CellId(cell).Mirror.Value])];

    /// <summary>How far the part reaches along two directions.</summary>
    internal static (Vector2 Least, Vector2 Most) Extent(Surface surface, bool[] part, Vector3 right, Vector3 up)
    {
        var (least, most) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        for (var vertex = 0; vertex < surface.Half.Mesh.VertexCount; vertex++)
        {
            if (part[2 * surface.Half.Cells[vertex]])
            {
                var position = surface.Half.Mesh.Positions[vertex];
                var place = new Vector2(Vector3.Dot(position, right), Vector3.Dot(position, up));
                (least, most) = (Vector2.Min(least, place), Vector2.Max(most, place));
            }
        }

        return (least, most);
    }
}
