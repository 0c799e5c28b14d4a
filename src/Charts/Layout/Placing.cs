using System.Numerics;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>How a drawing of the figure lies on a sheet.</summary>
/// <param name="Scale">Points for a millimetre of the body.</param>
/// <param name="At">Where the drawing's upper left corner lies on the sheet.</param>
/// <param name="Window">What of the sheet shows it.</param>
internal sealed record Placing(float Scale, Vector2 At, Box Window)
{
    internal Vector2 ToSheet(Vector2 picture) => At + (picture * Scale);

    internal Vector2 ToBody(Vector2 sheet) => (sheet - At) / Scale;
}
