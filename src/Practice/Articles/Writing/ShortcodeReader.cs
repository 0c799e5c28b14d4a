using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Unknot.Practice.Articles.Writing;

/// <summary>Reads what a shortcode says and holds it against the atlas.</summary>
internal sealed partial class ShortcodeReader(AtlasNames atlas)
{
    private const int MostInFigure = 8;

    private static readonly ImmutableArray<string> Views = ["front", "back", "left", "right"];
    private static readonly ImmutableArray<string> Sides = ["left", "right", "both"];
    private static readonly ImmutableArray<string> Keys = ["muscles", "points", "view", "side", "caption"];

    /// <param name="report">Gets each thing that is wrong.</param>
    /// <returns>Null when there is nothing to show.</returns>
    internal ArticlePart? Read(string name, string arguments, Action<string> report)
    {
        switch (name)
        {
            case "muscle":
                return Known(atlas.Muscles, "muscle", arguments, report) ? new ArticlePart.Muscle(arguments) : null;
            case "technique":
                return Known(atlas.Techniques, "technique", arguments, report) ? new ArticlePart.Technique(arguments) : null;
            case "programme":
                return Known(atlas.Programmes, "programme", arguments, report) ? new ArticlePart.Programme(arguments) : null;
            case "figure":
                return Figure(arguments, report);
            case "booking":
                if (arguments.Length > 0)
                {
                    report("[[booking]] takes nothing after its name.");
                }

                return new ArticlePart.Booking();
            default:
                report($"There is no [[{name}]]. There are muscle, figure, technique, programme and booking.");
                return null;
        }
    }

    private ArticlePart.Figure? Figure(string arguments, Action<string> report)
    {
        var found = Pairs().Matches(arguments);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match pair in found)
        {
            var key = pair.Groups["key"].Value;
            if (!Keys.Contains(key, StringComparer.Ordinal) || !values.TryAdd(key, pair.Groups["quoted"].Success ? pair.Groups["quoted"].Value : pair.Groups["plain"].Value))
            {
                report($"A figure takes {string.Join(", ", Keys)}, each once, and not '{key}'.");
            }
        }

        if (Pairs().Replace(arguments, "").Trim() is { Length: > 0 } rest)
        {
            report($"'{(rest.Length > 40 ? rest[..40] + "…" : rest)}' is not understood: write key=value, and quotes around a value with spaces.");
        }

        ImmutableArray<string> Ids(string key, string kind, FrozenSet<string> known) =>
        [
            .. values.GetValueOrDefault(key, "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.Ordinal).Where(id => Known(known, kind, id, report)),
        ];

        var figure = new ArticlePart.Figure(
            Ids("muscles", "muscle", atlas.Muscles),
            Ids("points", "point", atlas.Points),
            OneOf("view", Views, values, report) ?? "front",
            OneOf("side", Sides, values, report) ?? (values.GetValueOrDefault("view") is "left" ? "left" : "right"),
            values.GetValueOrDefault("caption", "").Trim());
        if (figure.Caption.Length == 0)
        {
            report("A figure needs a caption=\"…\" that says what is to be seen.");
            return null;
        }

        if (figure.Muscles.IsEmpty && figure.Points.IsEmpty)
        {
            report("A figure needs muscles=… or points=….");
            return null;
        }

        if (figure.Muscles.Length > MostInFigure || figure.Points.Length > MostInFigure)
        {
            report($"A figure shows at most {MostInFigure} muscles and {MostInFigure} points.");
            return null;
        }

        return figure;
    }

    private static string? OneOf(string key, ImmutableArray<string> allowed, Dictionary<string, string> values, Action<string> report)
    {
        if (!values.TryGetValue(key, out var value) || allowed.Contains(value, StringComparer.Ordinal))
        {
            return value;
        }

        report($"The {key} of a figure is one of {string.Join(", ", allowed)}.");
        return null;
    }

    private static bool Known(FrozenSet<string> known, string kind, string id, Action<string> report)
    {
        if (known.Contains(id))
        {
            return true;
        }

        report(id.Length == 0 ? $"Name a {kind}: its id is the end of the address of its page." : $"The atlas has no {kind} '{(id.Length > 60 ? id[..60] + "…" : id)}'.");
        return false;
    }

    [GeneratedRegex("""(?<key>[a-z]+)=("(?<quoted>[^"]*)"|(?<plain>[^\s"]+))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pairs();
}
