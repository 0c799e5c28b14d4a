using System.Collections.Immutable;
using System.Globalization;

namespace Unknot.Atlas.Tests.Words;

/// <param name="Said">As it was typed.</param>
/// <param name="Expected">What a careful listener makes of it, in the form of <c>sentences.txt</c>, every list sorted.</param>
internal sealed record Sentence(string Said, string Expected);

/// <summary>Reads <c>sentences.txt</c>, and writes an understanding in the same form.</summary>
internal static class Sentences
{
    internal static ImmutableArray<Sentence> All { get; } = [.. Read()];

    internal static string Written(string text, Understanding understood) => Form(new()
    {
        ['='] = Sided(understood.Painful),
        ['-'] = Sided(understood.PainFree),
        ['~'] = [.. understood.Qualities.Select(found => found.Quality.ToWord())],
        ['!'] = understood.Strength is { } strength ? [strength.Share.ToString(CultureInfo.InvariantCulture)] : [],
        ['?'] = [.. understood.NotUnderstood.SelectMany(span => span.In(text).Split(' '))],
    });

    private static string[] Sided(ImmutableArray<UnderstoodRegion> found) =>
    [
        .. found.GroupBy(each => each.Region.Region).Select(same =>
        {
            var side = same.Count() > 1 ? (same.All(each => each.SideSaid) ? "B" : "U") : same.Single().Region.Side.ToWord()[..1].ToUpperInvariant();
            return $"{same.Key}:{side}";
        }),
    ];

    private static string Form(Dictionary<char, string[]> lists) =>
        string.Join("  ", lists.Where(list => list.Value.Length > 0).Select(list => $"{list.Key} {string.Join(' ', list.Value.Order(StringComparer.Ordinal))}"));

    private static IEnumerable<Sentence> Read()
    {
        using var stream = typeof(Sentences).Assembly.GetManifestResourceStream("sentences.txt")!;
        using var reader = new StreamReader(stream);
        var said = (string?)null;
        var lists = Empty();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                lists[line[2]] = line[4..].Split(' ');
            }
            else if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            else
            {
                if (said is not null)
                {
                    yield return new Sentence(said, Form(lists));
                }

                (said, lists) = (line, Empty());
            }
        }

        yield return new Sentence(said!, Form(lists));
    }

    private static Dictionary<char, string[]> Empty() => new() { ['='] = [], ['-'] = [], ['~'] = [], ['!'] = [], ['?'] = [] };
}
