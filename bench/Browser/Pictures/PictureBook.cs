using System.Collections.Immutable;
using static Unknot.Bench.Browser.Pictures.FigureWall;

namespace Unknot.Bench.Browser.Pictures;

/// <summary>What the documentation shows.</summary>
internal static class PictureBook
{
    internal static readonly ImmutableArray<Picture> All =
    [
        new("views-body", 1500, 720, page => HangAsync(page, 4, View("front"), View("back"), View("left"), View("right"))),
        new("builds", 1200, 1400, page => HangAsync(
            page,
            3,
            View("front", "neutral", "In between"),
            View("front", "broad-shoulders", "Broader shoulders"),
            View("front", "broad-hips", "Broader hips"),
            View("3d", "neutral", turns: 2),
            View("3d", "broad-shoulders", turns: 2),
            View("3d", "broad-hips", turns: 2))),
        new("muscles", 1500, 620, page => HangAsync(
            page,
            3,
            View("3d", muscle: "upper-trapezius", caption: "Upper trapezius"),
            View("3d", muscle: "gluteus-minimus", caption: "Gluteus minimus"),
            View("3d", muscle: "vastus-medialis", caption: "Vastus medialis"))),
    ];
}
