using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>
/// A landmark, or a share of the straight way from one landmark to another: <c>acromion</c>, or <c>acromion>c7-spinous@40</c>
/// for 40 % of the way from the acromion to C7. Nobody who edits the atlas types coordinates.
/// </summary>
[JsonConverter(typeof(Json))]
public readonly record struct Place
{
    private Place(LandmarkId from, LandmarkId to, float percent)
    {
        From = from;
        To = to;
        Percent = percent;
    }

    public LandmarkId From { get; }

    /// <summary>Equal to <see cref="From"/> for a plain landmark.</summary>
    public LandmarkId To { get; }

    /// <summary>−50 … 150; 0 is <see cref="From"/>, 100 is <see cref="To"/>; outside 0 … 100 lies beyond the ends.</summary>
    public float Percent { get; }

    /// <exception cref="FormatException">Not a landmark id and not <c>a>b@percent</c>.</exception>
    public static Place Parse(string text) =>
        TryParse(text, out var place)
            ? place
            : throw new FormatException($"'{text}' is not a place: write a landmark id, or 'a>b@40' for 40 % of the way from a to b (-50 to 150).");

    public static bool TryParse([NotNullWhen(true)] string? text, out Place place)
    {
        place = default;
        if (text is null)
        {
            return false;
        }

        var arrow = text.IndexOf('>', StringComparison.Ordinal);
        if (arrow < 0)
        {
            if (!LandmarkId.TryParse(text, null, out var only))
            {
                return false;
            }

            place = new Place(only, only, 0);
            return true;
        }

        var at = text.IndexOf('@', arrow);
        if (at < 0
            || !LandmarkId.TryParse(text[..arrow], null, out var from)
            || !LandmarkId.TryParse(text[(arrow + 1)..at], null, out var to)
            || !float.TryParse(text[(at + 1)..], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            || percent is not (>= -50 and <= 150))
        {
            return false;
        }

        place = new Place(from, to, percent);
        return true;
    }

    public override string ToString() => From == To
        ? From.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{From}>{To}@{Percent:0.##}");

    /// <summary>Reads and writes a place as a JSON string.</summary>
    public sealed class Json : JsonConverter<Place>
    {
        public override Place Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return Parse(reader.GetString() ?? "");
            }
            catch (FormatException error)
            {
                throw new JsonException(error.Message, error);
            }
        }

        public override void Write(Utf8JsonWriter writer, Place value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
