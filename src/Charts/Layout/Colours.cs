using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>Few inks that stay apart in black and white: ink and points are dark, pain is dots, muscle is a light tint.</summary>
internal static class Colours
{
    internal static readonly Ink Text = Ink.Of(0x2b2521);
    internal static readonly Ink Muted = Ink.Of(0x675d54);
    internal static readonly Ink Rule = Ink.Of(0xd3c6b8);
    internal static readonly Ink Point = Ink.Of(0x0f4a50);
    internal static readonly Ink Pain = Ink.Of(0xb5301a);
    internal static readonly Ink Fibre = Ink.Of(0xb98a72);
    internal static readonly Ink Panel = Ink.Of(0xfbf7f2);
    internal static readonly Ink White = Ink.Of(0xffffff);
    internal static readonly Ink FigureLine = Ink.Of(0x6d5546);
}
