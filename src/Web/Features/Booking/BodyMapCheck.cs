using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Web.Features.Booking;

/// <summary>
/// Reads the drawing of the finder that a client attaches, as the browser keeps it: <c>{"at":…,"marks":[[cell,intensity]],"inside":[["tongue:midline",intensity]],
/// "places":[["temple:right",{"qualities":["dull"],"depth":"deep"}]],"felt":["dull"]}</c>. Nothing else passes.
/// </summary>
public sealed class BodyMapCheck(AtlasData atlas, BodyAtlas body)
{
    /// <summary>In characters: a body marked all over fits.</summary>
    internal const int MaxLength = 500_000;

    private static readonly FrozenSet<string> Qualities = Enum.GetNames<PainQuality>().Select(name => name.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);

    /// <returns>The same drawing, written by us; null when it is none of the finder's.</returns>
    public string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 6, AllowDuplicateProperties = false });
            if (!IsDrawing(document.RootElement))
            {
                return null;
            }

            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                document.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsDrawing(JsonElement drawing)
    {
        if (drawing.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        var names = drawing.EnumerateObject().Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        return names.Contains("marks") && names.Contains("inside")
            && drawing.EnumerateObject().All(part => part.Name switch
            {
                "at" => part.Value.ValueKind == JsonValueKind.Number && part.Value.TryGetInt64(out var at) && at > 0,
                "marks" => ArePairs(part.Value, IsCell, IsIntensity),
                "inside" => ArePairs(part.Value, IsPlace, IsIntensity),
                "places" => ArePairs(part.Value, IsPlace, IsDetail),
                "felt" => AreQualities(part.Value),
                _ => false,
            });
    }

    private static bool ArePairs(JsonElement pairs, Func<JsonElement, bool> isKey, Func<JsonElement, bool> isValue)
    {
        if (pairs.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return pairs.EnumerateArray().All(pair => pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && isKey(pair[0]) && isValue(pair[1]) && seen.Add(pair[0].ToString()));
    }

    private bool IsCell(JsonElement cell) => cell.ValueKind == JsonValueKind.Number && cell.TryGetInt32(out var id) && id >= 0 && id < body.Surface.CellCount;

    private static bool IsIntensity(JsonElement intensity) => intensity.ValueKind == JsonValueKind.Number && intensity.TryGetDouble(out var value) && value is >= 0 and <= 1;

    private bool IsPlace(JsonElement place) => place.ValueKind == JsonValueKind.String && place.GetString()!.Split(':') is [var name, var side]
        && RegionId.TryParse(name, null, out var id) && atlas.TryGetRegion(id, out var region) && region.AllowedSides.Any(allowed => allowed.ToWord() == side);

    private static bool IsDetail(JsonElement detail) => detail.ValueKind == JsonValueKind.Object && detail.EnumerateObject().All(part => part.Name switch
    {
        "qualities" => AreQualities(part.Value),
        "depth" => part.Value.ValueKind == JsonValueKind.String && part.Value.GetString() is "surface" or "deep",
        _ => false,
    });

    private static bool AreQualities(JsonElement words)
    {
        if (words.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return words.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String && Qualities.Contains(word.GetString()!) && seen.Add(word.GetString()!));
    }
}
