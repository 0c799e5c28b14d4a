using System.Collections.Immutable;

namespace Unknot.Practice.Site;

/// <summary>
/// The accent of a theme and what is made of it, so that every text in it and on it can be read: contrast of at least <see cref="Enough"/>.
/// </summary>
/// <param name="Act">Links and buttons.</param>
/// <param name="Hover">The same under the pointer.</param>
/// <param name="OnAct">Text on a button.</param>
/// <param name="Soft">Ground of what is touched on; text on it is in <paramref name="Act"/>.</param>
public sealed record Accent(Rgb Act, Rgb Hover, Rgb OnAct, Rgb Soft)
{
    /// <summary>WCAG 2.2, level AA, for text.</summary>
    public const double Enough = 4.5;

    private static readonly Rgb White = new(255, 255, 255);
    private static readonly Rgb Black = new(0, 0, 0);

    /// <summary>Grounds that links stand on in light pages, as in <c>base.css</c>: page, surface, sunken.</summary>
    public static ImmutableArray<Rgb> LightGrounds { get; } = [Rgb.Parse("#f7f2ec"), Rgb.Parse("#fffdfa"), Rgb.Parse("#efe8df")];

    /// <inheritdoc cref="LightGrounds"/>
    public static ImmutableArray<Rgb> DarkGrounds { get; } = [Rgb.Parse("#171311"), Rgb.Parse("#211c19"), Rgb.Parse("#2b2521")];

    /// <summary>How well a colour is read where it is read worst.</summary>
    public static double WorstContrast(Rgb colour, ImmutableArray<Rgb> grounds) => grounds.Min(ground => colour.ContrastTo(ground));

    /// <param name="colour">With enough contrast to <see cref="LightGrounds"/>.</param>
    public static Accent Light(Rgb colour) => new(colour, colour.Mixed(Black, 0.22), White, SoftOf(colour, LightGrounds[1]));

    /// <param name="colour">With enough contrast to <see cref="DarkGrounds"/>.</param>
    public static Accent Dark(Rgb colour) => new(colour, colour.Mixed(White, 0.25), DarkGrounds[0], SoftOf(colour, DarkGrounds[0]));

    /// <summary>As much of the colour as leaves the colour itself readable on it.</summary>
    private static Rgb SoftOf(Rgb colour, Rgb ground)
    {
        var share = 0.14;
        while (share > 0 && colour.ContrastTo(ground.Mixed(colour, share)) < Enough)
        {
            share -= 0.02;
        }

        return ground.Mixed(colour, Math.Max(share, 0));
    }
}
