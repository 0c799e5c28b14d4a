using System.Numerics;

namespace Unknot.Charts.Sheets;

/// <summary>An upright rectangle, y downwards.</summary>
internal readonly record struct Box(float Left, float Top, float Width, float Height)
{
    internal float Right => Left + Width;

    internal float Bottom => Top + Height;

    internal Vector2 Middle => new(Left + (Width / 2), Top + (Height / 2));

    internal static Box Between(Vector2 low, Vector2 high) => new(low.X, low.Y, high.X - low.X, high.Y - low.Y);

    internal static Box Around(Vector2 middle, float radius) => new(middle.X - radius, middle.Y - radius, 2 * radius, 2 * radius);

    internal Box Grown(float by) => new(Left - by, Top - by, Width + (2 * by), Height + (2 * by));

    internal bool Contains(Vector2 place) => place.X >= Left && place.X <= Right && place.Y >= Top && place.Y <= Bottom;

    internal bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    internal Box Including(Box other) => Between(
        new Vector2(MathF.Min(Left, other.Left), MathF.Min(Top, other.Top)),
        new Vector2(MathF.Max(Right, other.Right), MathF.Max(Bottom, other.Bottom)));
}
