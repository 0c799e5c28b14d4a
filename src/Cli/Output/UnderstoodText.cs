using System.Collections.Immutable;
using System.Globalization;
using Unknot.Atlas;

namespace Unknot.Cli.Output;

/// <summary>How words were understood, for people to read in a terminal.</summary>
internal static class UnderstoodText
{
    internal static void Write(TextWriter output, AtlasData atlas, Understanding understood, string text)
    {
        output.WriteLine("Understood:");
        Line("hurts", Places(understood.Painful, atlas));
        Line("does not hurt", Places(understood.PainFree, atlas));
        Line("feels", string.Join(", ", understood.Qualities.Select(found => found.Quality.ToWord())));
        Line("how strong", understood.Strength is { } strength ? string.Create(CultureInfo.InvariantCulture, $"{strength.Share * 10:0.#} of 10") : "");
        Line("not understood", string.Join(", ", understood.NotUnderstood.Select(span => $"'{span.In(text)}'")));
        if (understood.Painful.Any(found => !found.SideSaid))
        {
            output.WriteLine("  No side was said for some of it, so both are taken. Say left or right to narrow it down.");
        }

        output.WriteLine();

        void Line(string name, string words)
        {
            if (words.Length > 0)
            {
                output.WriteLine($"  {name + ":",-16}{words}");
            }
        }
    }

    /// <summary>Both sides of a region in one: "Temple (both sides)".</summary>
    private static string Places(ImmutableArray<UnderstoodRegion> found, AtlasData atlas) =>
        string.Join(", ", found.GroupBy(each => each.Region.Region).Select(same => (atlas.Region(same.Key).Name, Sides: same.Select(each => each.Region.Side).ToList()))
            .Select(place => place.Sides switch
            {
                [Side.Midline] => place.Name,
                [var side] => $"{place.Name} ({side.ToWord()})",
                _ => $"{place.Name} (both sides)",
            }));
}
