using System.Collections.Immutable;
using System.Text.Json;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>
/// The map a client attached, as far as it can be understood. It was made in a browser, by this version of the finder or another: what is known of it is
/// drawn and named, and words that are not known are shown as they are.
/// </summary>
internal sealed record ClientMap
{
    private const int MostWords = 40;
    private const int LongestWord = 300;

    /// <summary>Strength of each cell that hurts, above 0 to 1.</summary>
    public required ImmutableDictionary<int, double> Painful { get; init; }

    /// <summary>Cells that were marked as free of pain.</summary>
    public required ImmutableArray<int> Free { get; init; }

    /// <summary>Regions that hurt, most first, each with how strong and how it feels.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>What else stands in it.</summary>
    public required ImmutableArray<string> Others { get; init; }

    internal static ClientMap? Read(string? json, AtlasData atlas, BodyAtlas body)
    {
        if (json is null)
        {
            return null;
        }

        var reader = new Reader(atlas, body);
        try
        {
            using var document = JsonDocument.Parse(json);
            reader.Take(document.RootElement);
        }
        catch (JsonException)
        {
            reader.Other("The map cannot be read.");
        }

        return reader.Done();
    }

    private sealed class Reader(AtlasData atlas, BodyAtlas body)
    {
        private readonly Dictionary<int, double> marks = [];
        private readonly Dictionary<SidedRegion, double> whole = [];
        private readonly Dictionary<SidedRegion, List<string>> feels = [];
        private readonly List<string> others = [];

        internal void Other(string words)
        {
            if (others.Count < MostWords && words.Trim().Length > 0)
            {
                others.Add(words.Length > LongestWord ? words[..LongestWord] + "…" : words);
            }
        }

        internal void Take(JsonElement map)
        {
            if (map.ValueKind != JsonValueKind.Object)
            {
                Other(map.ValueKind == JsonValueKind.String ? map.GetString()! : "The map is of a kind that is not known here.");
                return;
            }

            foreach (var part in map.EnumerateObject())
            {
                switch (part.Name)
                {
                    case "marks" or "cells":
                        Each(part.Value, TakeCell);
                        break;
                    case "inside" or "regions":
                        Each(part.Value, entry => TakeRegion(entry, otherwise: 1));
                        break;
                    case "painFree":
                        Each(part.Value, entry => TakeRegion(entry, otherwise: 0));
                        break;
                    case "places":
                        Each(part.Value, TakePlace);
                        break;
                    case "drawing" or "map" when part.Value.ValueKind == JsonValueKind.Object:
                        Take(part.Value);
                        break;
                    case "at" or "version" or "build" or "dataVersion" or "v":
                        break;
                    default:
                        TakeWords(part.Name, part.Value);
                        break;
                }
            }
        }

        internal ClientMap Done()
        {
            foreach (var (region, strength) in whole)
            {
                foreach (var cell in body.CellsOf(region))
                {
                    marks.TryAdd(cell.Value, strength);
                }
            }

            var painful = marks.Where(mark => mark.Value > 0).ToImmutableDictionary();
            var named = painful.GroupBy(mark => body.RegionOf(new CellId(mark.Key)))
                .Select(group => (Region: group.Key, Cells: group.Count(), Strength: group.Max(mark => mark.Value)))
                .OrderByDescending(region => region.Cells).ToList();

            // A brush strays over borders: a cell or two at the edge of what is painted are not named.
            var clear = named.Where(region => region.Cells >= 3 || region.Cells >= 0.2 * body.CellsOf(region.Region).Length).ToList();
            var inside = whole.Where(region => region.Value > 0 && body.CellsOf(region.Key).IsEmpty).Select(region => (region.Key, Strength: region.Value));
            return new ClientMap
            {
                Painful = painful,
                Free = [.. marks.Where(mark => mark.Value <= 0).Select(mark => mark.Key)],
                Words = [.. (clear.Count > 0 ? clear : named).Select(region => WordsOf(region.Region, region.Strength)).Concat(inside.Select(region => WordsOf(region.Key, region.Strength))).Take(MostWords)],
                Others = [.. others],
            };
        }

        private static void Each(JsonElement list, Action<JsonElement> take)
        {
            if (list.ValueKind == JsonValueKind.Array)
            {
                foreach (var entry in list.EnumerateArray())
                {
                    take(entry);
                }
            }
        }

        /// <summary>7, [7, 0.5] or {"cell": 7, "intensity": 0.5}.</summary>
        private void TakeCell(JsonElement entry)
        {
            var (cell, strength) = entry.ValueKind switch
            {
                JsonValueKind.Array when entry.GetArrayLength() >= 2 => (entry[0], StrengthOf(entry[1])),
                JsonValueKind.Object when entry.TryGetProperty("cell", out var named) => (named, entry.TryGetProperty("intensity", out var given) ? StrengthOf(given) : 1),
                _ => (entry, 1),
            };
            if (cell.ValueKind == JsonValueKind.Number && cell.TryGetInt32(out var id) && id >= 0 && id < body.Surface.CellCount)
            {
                marks[id] = strength;
            }
        }

        /// <summary>"jaw:left", ["jaw:left", 0.5] or {"region": "jaw", "side": "left", "intensity": 0.5}.</summary>
        private void TakeRegion(JsonElement entry, double otherwise)
        {
            if (RegionOf(entry) is not { } region)
            {
                return;
            }

            whole[region] = entry.ValueKind switch
            {
                JsonValueKind.Array when entry.GetArrayLength() >= 2 => StrengthOf(entry[1]),
                JsonValueKind.Object when entry.TryGetProperty("intensity", out var given) => StrengthOf(given),
                _ => otherwise,
            };
        }

        private void TakePlace(JsonElement entry)
        {
            if (RegionOf(entry) is not { } region)
            {
                return;
            }

            var detail = entry.ValueKind == JsonValueKind.Array && entry.GetArrayLength() >= 2 ? entry[1] : entry;
            if (detail.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            var said = feels[region] = [];
            if (detail.TryGetProperty("qualities", out var qualities))
            {
                Each(qualities, quality => said.Add(TextOf(quality)));
            }

            if (detail.TryGetProperty("depth", out var depth) && depth.ValueKind == JsonValueKind.String)
            {
                said.Add(TextOf(depth) == "deep" ? "deep inside" : "near the surface");
            }
        }

        private void TakeWords(string name, JsonElement value)
        {
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(TextOf).Where(word => word.Length > 0)),
                _ => "",
            };
            if (text.Length > 0)
            {
                Other(name is "felt" or "qualities" ? $"Feels {text}" : name == "text" ? text : $"{name}: {text}");
            }
        }

        private SidedRegion? RegionOf(JsonElement entry)
        {
            var (name, side) = entry.ValueKind switch
            {
                JsonValueKind.String => Split(entry.GetString()!),
                JsonValueKind.Array when entry.GetArrayLength() > 0 && entry[0].ValueKind == JsonValueKind.String => Split(entry[0].GetString()!),
                JsonValueKind.Object when entry.TryGetProperty("region", out var region) => (TextOf(region), entry.TryGetProperty("side", out var given) ? TextOf(given) : ""),
                _ => ("", ""),
            };
            if (!RegionId.TryParse(name, null, out var id) || !atlas.TryGetRegion(id, out var known))
            {
                Other(name);
                return null;
            }

            foreach (var allowed in known.AllowedSides)
            {
                if (allowed.ToWord() == side || known.AllowedSides.Length == 1)
                {
                    return new SidedRegion(id, allowed);
                }
            }

            Other(name);
            return null;
        }

        private string WordsOf(SidedRegion region, double strength)
        {
            var name = atlas.Region(region.Region).Name + (region.Side == Side.Midline ? "" : $", {region.Side.ToWord()}");
            var how = feels.TryGetValue(region, out var said) && said.Count > 0 ? $": {string.Join(", ", said)}" : "";
            return $"{name} {Math.Round(strength * 10, MidpointRounding.AwayFromZero)} of 10{how}";
        }

        private static (string Name, string Side) Split(string key)
        {
            var colon = key.LastIndexOf(':');
            return colon < 0 ? (key, "") : (key[..colon], key[(colon + 1)..]);
        }

        private static string TextOf(JsonElement value)
        {
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            return text.Length > LongestWord ? text[..LongestWord] : text;
        }

        private static double StrengthOf(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var strength) ? Math.Clamp(strength, 0, 1) : 1;
    }
}
