using System.Globalization;
using System.Numerics;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>How points are marked.</summary>
internal static class Markers
{
    /// <summary>A small dot with a light rim, so that it stands out from stipple and from its neighbours.</summary>
    internal static IEnumerable<Mark> Dot(Vector2 at, float diameter) =>
    [
        new Mark.Shape(Outline.Circle(at, (diameter / 2) + 0.5f), Colours.White),
        new Mark.Shape(Outline.Circle(at, diameter / 2), Colours.Point),
    ];

    /// <summary>A disc with its number.</summary>
    internal static IEnumerable<Mark> Disc(Vector2 at, int number, float diameter)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var size = diameter * (text.Length > 2 ? 0.52f : 0.66f);
        return
        [
            new Mark.Shape(Outline.Circle(at, (diameter / 2) + 0.7f), Colours.White),
            new Mark.Shape(Outline.Circle(at, diameter / 2), Colours.Point),
            new Mark.Text(at + new Vector2(0, size * 0.34f), text, Typeface.SemiBold, size, Colours.White, Mark.Alignment.Middle),
        ];
    }
}
