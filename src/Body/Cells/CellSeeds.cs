using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;

namespace Unknot.Body.Cells;

/// <summary>
/// The seeds of the surface cells on the left half, from <c>data/cells.json</c>. The number of a seed is the number of its cell
/// for ever: drawings and notes are stored with it. Seeds may be added at the end, never taken away or reordered.
/// </summary>
internal static class CellSeeds
{
    /// <param name="json">A list of x, y, z in millimetres under the name <c>seeds</c>.</param>
    /// <exception cref="JsonException">The file has another form.</exception>
    internal static ImmutableArray<Vector3> Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return [.. document.RootElement.GetProperty("seeds").EnumerateArray().Select(Position)];
    }

    private static Vector3 Position(JsonElement seed) => seed.GetArrayLength() == 3
        ? new Vector3(seed[0].GetSingle(), seed[1].GetSingle(), seed[2].GetSingle())
        : throw new JsonException($"A seed has three numbers, not {seed.GetRawText()}.");
}
