using System.Diagnostics;
using Unknot.Charts.Art;
using Unknot.Charts.Layout;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Writing;

/// <summary>How heavy the figure's lines are on paper, at every scale.</summary>
/// <param name="Width">In points.</param>
internal readonly record struct LineStyle(float Width, Ink Ink)
{
    internal static LineStyle Of(FigureArt.LineWeight weight) => weight switch
    {
        FigureArt.LineWeight.Soft => new(0.45f, Colours.FigureLine.Faded(0.5f)),
        FigureArt.LineWeight.Firm => new(0.55f, Colours.FigureLine.Faded(0.8f)),
        FigureArt.LineWeight.Outer => new(0.8f, Colours.FigureLine),
        _ => throw new UnreachableException(),
    };
}
