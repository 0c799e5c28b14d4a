namespace Unknot.Charts.Sheets;

/// <summary>A colour on paper.</summary>
/// <param name="Opacity">0 … 1.</param>
internal readonly record struct Ink(byte Red, byte Green, byte Blue, float Opacity = 1)
{
    /// <param name="rgb">Such as <c>0x2b2521</c>.</param>
    internal static Ink Of(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    internal Ink Faded(float opacity) => this with { Opacity = opacity };
}
