using System.Numerics;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;
using Unknot.Charts.Stippling;

namespace Unknot.Charts.Layout;

/// <summary>The key to a chart: small samples with a few words each.</summary>
internal static class HowToRead
{
    private const float Size = 7.5f;
    private const float Swatch = 20;

    internal enum Sample
    {
        Point,
        Essential,
        Spillover,
        Reach,
        Fibres,
    }

    /// <summary>Samples one after another from the left, in as many rows as they need.</summary>
    internal static (List<Mark> Marks, float Height) Draw(Vector2 at, float width, params ReadOnlySpan<(Sample Sample, string Words)> entries)
    {
        var marks = new List<Mark>();
        var (x, row) = (0f, 0);
        foreach (var (sample, words) in entries)
        {
            var swatch = sample == Sample.Point ? 9 : Swatch;
            var needed = swatch + 4 + Typeface.Regular.Measure(words, Size);
            if (x > 0 && x + needed > width)
            {
                (x, row) = (0, row + 1);
            }

            var place = at + new Vector2(x, row * 12);
            marks.AddRange(Draw(sample, place));
            marks.Add(new Mark.Text(place + new Vector2(swatch + 4, 6.5f), words, Typeface.Regular, Size, Colours.Text));
            x += needed + 14;
        }

        return (marks, (row + 1) * 12);
    }

    private static IEnumerable<Mark> Draw(Sample sample, Vector2 at)
    {
        var box = new Box(at.X, at.Y - 0.5f, Swatch, 9);
        switch (sample)
        {
            case Sample.Point:
                return Markers.Dot(at + new Vector2(4.5f, 4), 4.4f);
            case Sample.Fibres:
                return Enumerable.Range(0, 4).Select(i => (Mark)new Mark.Shape(
                    Outline.Line(new(box.Left, box.Top + 1.5f + (2 * i)), new(box.Right, box.Top + 1.5f + (2 * i))), null, Colours.Fibre.Faded(0.7f), 1.3f));
            default:
                return
                [
                    new Mark.Shape(Outline.Of(box, 2), Ink.Of(0xf4e9df)),
                    .. Stipple.Swatch(box.Grown(-0.8f), sample switch { Sample.Essential => StippleKind.Essential, Sample.Spillover => StippleKind.Spillover, _ => StippleKind.Reach }),
                ];
        }
    }
}
