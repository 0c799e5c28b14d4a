using Unknot.Charts.Layout;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Writing;

/// <summary>The line around the figure: as heavy on paper at every scale.</summary>
internal static class LineStyle
{
    /// <summary>In points.</summary>
    internal const float Width = 0.8f;

    internal static Ink Ink => Colours.FigureLine;
}
