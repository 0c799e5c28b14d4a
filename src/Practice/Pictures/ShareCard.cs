using System.Collections.Immutable;
using System.Globalization;
using ImageMagick;
using ImageMagick.Drawing;

namespace Unknot.Practice.Pictures;

/// <summary>The picture that other sites show beside a link: a title, and beside it a cover or a drawing. 1200 × 630 pixels, PNG.</summary>
/// <param name="fontPath">File of the font.</param>
public sealed class ShareCard(string fontPath)
{
    private const int Width = 1200;
    private const int Height = 630;
    private const int PictureWidth = 460;
    private const int Margin = 72;
    private const int MostLines = 5;

    private static readonly MagickColor Ground = new("#f7f2ec");
    private static readonly MagickColor Ink = new("#2b2521");
    private static readonly MagickColor Accent = new("#0f5c63");

    /// <param name="site">Whose article it is.</param>
    /// <param name="cover">A stored picture, or null.</param>
    /// <param name="art">Drawn when there is no cover; null for none.</param>
    public Task<byte[]> DrawAsync(string title, string site, byte[]? cover, CardArt? art, CancellationToken cancellation) =>
        PictureWorkshop.WorkAsync(() => Draw(title, site, cover, art), cancellation);

    private byte[] Draw(string title, string site, byte[]? cover, CardArt? art)
    {
        using var card = new MagickImage(Ground, Width, Height);
        var hasPicture = true;
        if (cover is not null && PictureHeader.Read(cover) is { } header)
        {
            using var picture = PictureWorkshop.Open(cover, header.Kind);
            picture.Resize(new MagickGeometry(PictureWidth, Height) { FillArea = true });
            picture.Crop(new MagickGeometry(PictureWidth, Height), Gravity.Center);
            picture.ResetPage();
            card.Composite(picture, Width - PictureWidth, 0, CompositeOperator.Over);
        }
        else if (art is not null)
        {
            using var drawing = Drawn(art);
            card.Composite(drawing, Width - PictureWidth, 0, CompositeOperator.Over);
        }
        else
        {
            hasPicture = false;
        }

        var room = Width - (2 * Margin) - (hasPicture ? PictureWidth : 0);
        var (size, lines) = Fit(title, room);
        var text = new Drawables().Font(fontPath).FillColor(Accent).FontPointSize(30).Text(Margin, Margin + 24, Plain(Shortened(site, 30, room)));
        text.Rectangle(Margin, Margin + 52, Margin + 64, Margin + 57);
        text.FillColor(Ink).FontPointSize(size);
        var height = lines.Length * size * 1.16;
        var y = Math.Max(Margin + 100 + size, ((Height + 100 - height) / 2) + size);
        foreach (var line in lines)
        {
            text.Text(Margin, y, Plain(line));
            y += size * 1.16;
        }

        text.Draw(card);
        card.Strip();
        return card.ToByteArray(MagickFormat.Png);
    }

    private static MagickImage Drawn(CardArt art)
    {
        var image = new MagickImage(new MagickColor("#fffdfa"), PictureWidth, Height);
        var scale = Math.Max(PictureWidth / art.Width, Height / art.Height);
        var (x, y) = ((PictureWidth - (art.Width * scale)) / 2, (Height - (art.Height * scale)) / 2);
        foreach (var path in art.Paths)
        {
            var each = path.Scale * scale;
            var draw = new Drawables()
                .FillRule(FillRule.EvenOdd)
                .FillColor(path.Fill is null ? MagickColors.Transparent : new MagickColor(path.Fill))
                .FillOpacity(new Percentage(path.Fill is null ? 0 : path.Opacity * 100))
                .StrokeColor(path.Stroke is null ? MagickColors.Transparent : new MagickColor(path.Stroke))
                .StrokeOpacity(new Percentage(path.Stroke is null ? 0 : path.Opacity * 100))
                .StrokeWidth(path.StrokeWidth * scale)
                .StrokeLineCap(LineCap.Round)
                .StrokeLineJoin(LineJoin.Round);
            draw.Path(new Steps(path.Data, each, x + (path.X * scale), y + (path.Y * scale)).Read());
            draw.Draw(image);
        }

        return image;
    }

    private (int Size, ImmutableArray<string> Lines) Fit(string title, int room)
    {
        foreach (var size in new[] { 68, 60, 52, 46 })
        {
            var lines = Broken(title, size, room);
            if (lines.Length <= MostLines && lines.All(line => WidthOf(line, size) <= room))
            {
                return (size, lines);
            }
        }

        return (46, [.. Broken(title, 46, room).Take(MostLines).Select(line => Shortened(line, 46, room))]);
    }

    private ImmutableArray<string> Broken(string text, int size, int room)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && WidthOf(longer, size) > room)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        return [.. lines, line];
    }

    private string Shortened(string text, int size, int room)
    {
        var shorter = text;
        while (shorter.Length > 1 && WidthOf(shorter.Length < text.Length ? $"{shorter}…" : shorter, size) > room)
        {
            shorter = shorter[..^1];
        }

        return shorter.Length < text.Length ? $"{shorter}…" : text;
    }

    private double WidthOf(string text, int size) =>
        new Drawables().Font(fontPath).FontPointSize(size).FontTypeMetrics(Plain(text))?.TextWidth ?? 0;

    /// <summary>The library reads files and properties into texts that begin or contain certain signs: here all of them are only letters.</summary>
    private static string Plain(string text)
    {
        var safe = string.Concat(text.Where(letter => !char.IsControl(letter))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "%%", StringComparison.Ordinal);
        return safe is ['@', ..] ? $" {safe}" : safe.Length == 0 ? " " : safe;
    }

    /// <summary>Reads path data, and lays each place where the card has it.</summary>
    private sealed class Steps(string data, float scale, float x, float y)
    {
        private int at;

        internal List<IPath> Read()
        {
            var steps = new List<IPath>();
            while (at < data.Length)
            {
                switch (data[at++])
                {
                    case 'M':
                        steps.Add(new PathMoveToAbs(Place()));
                        break;
                    case 'L':
                        steps.Add(new PathLineToAbs(Place()));
                        break;
                    case 'C':
                        steps.Add(new PathCurveToAbs(Place(), Place(), Place()));
                        break;
                    case 'Z':
                        steps.Add(new PathClose());
                        break;
                    case ' ':
                        break;
                    case var other:
                        throw new FormatException($"'{other}' is no step of a card's path.");
                }
            }

            return steps;
        }

        private PointD Place()
        {
            var across = Number();
            return new PointD(x + (scale * across), y + (scale * Number()));
        }

        private double Number()
        {
            while (data[at] is ' ' or ',')
            {
                at++;
            }

            var from = at;
            while (at < data.Length && data[at] is (>= '0' and <= '9') or '-' or '.')
            {
                at++;
            }

            return double.Parse(data.AsSpan(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture);
        }
    }
}
