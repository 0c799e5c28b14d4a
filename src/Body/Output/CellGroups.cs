using System.Globalization;
using System.Security;
using System.Text;
using Unknot.Atlas;

namespace Unknot.Body.Output;

/// <summary>The cells that a view shows, grouped by region; both are elements that can be addressed and have names.</summary>
internal static class CellGroups
{
    /// <param name="names">The name of each region, without a side.</param>
    internal static void Write(StringBuilder svg, Raster raster, View view, BodyAtlas body, IReadOnlyDictionary<RegionId, string> names)
    {
        svg.Append("<g class=\"cells\" fill=\"transparent\">\n");
        var outlines = CellOutlines.Of(raster, view);
        var apart = ApartCells.Of(raster, body.Surface);
        foreach (var region in outlines.GroupBy(cell => body.RegionOf(new CellId(cell.Key))))
        {
            var (id, side) = region.Key;
            var name = SecurityElement.Escape(side == Side.Midline ? names[id] : $"{names[id]}, {side.ToWord()}");
            var all = body.CellsOf(region.Key);
            svg.Append(CultureInfo.InvariantCulture, $"<g id=\"{(side == Side.Midline ? id.ToString() : $"{id}-{side.ToWord()}")}\" role=\"group\" aria-label=\"{name}\" data-region=\"{id}\" data-side=\"{side.ToWord()}\">\n");
            foreach (var (cell, loops) in region)
            {
                var path = new PathText(1);
                loops.ForEach(loop => path.Straight(loop, closed: true));
                var number = all.IndexOf(new CellId(cell)) + 1;
                svg.Append(CultureInfo.InvariantCulture, $"<path id=\"cell-{cell}\" data-cell=\"{cell}\" role=\"img\" aria-label=\"{name}, {number} of {all.Length}\"");
                if (apart.TryGetValue(cell, out var others))
                {
                    svg.Append(CultureInfo.InvariantCulture, $" data-apart=\"{string.Join(' ', others)}\"");
                }

                svg.Append(CultureInfo.InvariantCulture, $" d=\"{path}\"/>\n");
            }

            svg.Append("</g>\n");
        }

        svg.Append("</g>\n");
    }
}
