using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Art;
using Unknot.Charts.Choosing;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>A small picture for each muscle, three in a row, with its points and where they are felt: the body of every chart of several muscles.</summary>
internal sealed class Tiles(AtlasData atlas, BodyAtlas body, Views views, FigureBuild build)
{
    private const int Columns = 3;
    private const float Gap = 13;
    private const float RowGap = 14;
    private const float LeastPicture = 112;
    private const float MostPicture = 190;
    private const float BelowPicture = 5;
    private const float Size = 7.3f;
    private const float Disc = 9;

    private readonly Pictures pictures = new(body, views, build);
    private readonly Phrases T = Words.In(atlas);
    private readonly FeltPlaces felt = new(atlas, body);

    /// <summary>Rows of tiles, poured over pages; the pictures of a page grow until it is full.</summary>
    /// <param name="heightOf">Of each page, by its number from 0; may be 0.</param>
    /// <returns>The rows of each page.</returns>
    internal List<List<Block>> Pages(ImmutableArray<ChartPoint> points, float width, Func<int, float> heightOf)
    {
        var tileWidth = (width - ((Columns - 1) * Gap)) / Columns;
        var rows = points.GroupBy(point => point.Muscle).Select(muscle => new Tile(this, muscle.Key, [.. muscle], tileWidth)).Chunk(Columns).ToList();
        var pages = Block.Pour([.. rows.Select(row => Row(row, LeastPicture))], heightOf);
        var used = 0;
        return
        [
            .. pages.Select((page, i) =>
            {
                var mine = rows.GetRange(used, page.Count);
                used += page.Count;
                var spare = (heightOf(i) - page.Sum(row => row.Height)) / MathF.Max(1, page.Count);
                return mine.ConvertAll(row => Row(row, MathF.Min(MostPicture, LeastPicture + MathF.Max(0, spare))));
            }),
        ];
    }

    private static Block Row(Tile[] row, float picture)
    {
        var head = row.Max(tile => tile.HeadHeight);
        return new Block(
            row.Max(tile => tile.TextHeight) + head + picture + RowGap,
            at => row.SelectMany((tile, i) => tile.Draw(at + new Vector2(i * (tile.Width + Gap), 0), head, picture)));
    }

    /// <summary>One muscle: its name, the picture, and what it says below.</summary>
    private sealed class Tile(Tiles tiles, Muscle muscle, ImmutableArray<ChartPoint> points, float width)
    {
        private readonly Block head = Block.Together(
            Block.Paragraph(Words.Of(muscle.Part, tiles.T), Typeface.SemiBold, 6.5f, Colours.Muted, width),
            Block.Paragraph(muscle.Name, Typeface.SemiBold, 10, Colours.Text, width, after: 3));

        private readonly Block text = Block.Together(
        [
            .. points.Select(point => Numbered(point, width)),
            Block.Paragraph(tiles.felt.Of(points), Typeface.Regular, Size, Colours.Muted, width),
            .. muscle.Treatment.By == TreatedBy.Professional ? [Block.Paragraph("Leave the pressing to a therapist.", Typeface.SemiBold, Size, Colours.Pain, width)] : Array.Empty<Block>(),
        ]);

        internal float Width => width;

        internal float HeadHeight => head.Height;

        internal float TextHeight => text.Height + BelowPicture;

        internal IEnumerable<Mark> Draw(Vector2 at, float headHeight, float picture)
        {
            var weights = tiles.pictures.WeightsOf(points);
            var shots = tiles.pictures.Choose(points, weights, least: 1, most: 2);
            var each = (width - ((shots.Length - 1) * 3)) / shots.Length;
            var top = at.Y + headHeight;
            return head.DrawAt(at)
                .Concat(shots.SelectMany((shot, i) => tiles.pictures.Draw(shots, i, new Box(at.X + (i * (each + 3)), top, each, picture), points, weights, muscle, Disc)))
                .Concat(text.DrawAt(new Vector2(at.X, top + picture + BelowPicture)));
        }
    }

    internal static Block Numbered(ChartPoint point, float width, float size = Size)
    {
        var text = Block.Paragraph(point.Where, Typeface.Regular, size, Colours.Text, width, after: 1.5f, indent: size + 5);
        return new Block(text.Height, at => text.DrawAt(at).Concat(Markers.Disc(at + new Vector2((size / 2) + 0.6f, size * 0.66f), point.Number, size + 1.2f)));
    }
}
