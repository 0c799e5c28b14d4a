using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Unknot.Practice.Slots;

/// <summary>An object of a case: every field is taken once by name, and what nobody takes is refused with its name.</summary>
internal sealed class StrictObject
{
    private readonly string path;
    private readonly Dictionary<string, JsonElement> left = new(StringComparer.Ordinal);

    internal StrictObject(JsonElement element, string path)
    {
        this.path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new SlotCaseException($"{(path.Length == 0 ? "The case" : $"'{path}'")} must be an object, in braces.");
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!left.TryAdd(property.Name, property.Value))
            {
                throw new SlotCaseException($"'{PathOf(property.Name)}' is given twice.");
            }
        }
    }

    /// <summary>Reads an object with everything in it.</summary>
    internal static T Read<T>(JsonElement element, string path, Func<StrictObject, T> read)
    {
        var fields = new StrictObject(element, path);
        var value = read(fields);
        return fields.left.Count == 0 ? value : throw new SlotCaseException($"'{fields.PathOf(fields.left.Keys.First())}' is not a known field.");
    }

    internal string Text(string name) => Need(name) is { ValueKind: JsonValueKind.String } text
        ? text.GetString()!
        : throw new SlotCaseException($"'{PathOf(name)}' must be a text, in quotes.");

    /// <summary>A text, or what stands for it when there is none.</summary>
    internal string Text(string name, string otherwise) => left.ContainsKey(name) ? Text(name) : otherwise;

    internal Instant Instant(string name)
    {
        var text = Text(name);
        return InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant }
            ? instant
            : throw new SlotCaseException($"'{PathOf(name)}' must be an instant such as \"2025-06-02T13:00:00Z\", not \"{text}\".");
    }

    internal LocalDate Date(string name)
    {
        var text = Text(name);
        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }
            ? date
            : throw new SlotCaseException($"'{PathOf(name)}' must be a date such as \"2025-06-02\", not \"{text}\".");
    }

    /// <param name="least">The smallest number of whole minutes that is allowed.</param>
    internal Duration Minutes(string name, int least)
    {
        const int Most = 366 * DayWindow.MinutesOfDay;
        return Need(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var minutes) && minutes >= least && minutes <= Most
            ? Duration.FromMinutes(minutes)
            : throw new SlotCaseException($"'{PathOf(name)}' must be a whole number of minutes from {least} to {Most}.");
    }

    /// <summary>Likewise, or none.</summary>
    internal Duration MinutesOrNone(string name) => left.ContainsKey(name) ? Minutes(name, least: 0) : Duration.Zero;

    internal IEnumerable<T> List<T>(string name, Func<JsonElement, string, T> read)
    {
        var list = Need(name);
        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select((element, i) => read(element, $"{PathOf(name)}[{i}]")).ToList()
            : throw new SlotCaseException($"'{PathOf(name)}' must be a list, in brackets.");
    }

    /// <summary>Likewise, or empty.</summary>
    internal IEnumerable<T> ListOrEmpty<T>(string name, Func<JsonElement, string, T> read) => left.ContainsKey(name) ? List(name, read) : [];

    internal T Object<T>(string name, Func<StrictObject, T> read) => Read(Need(name), PathOf(name), read);

    internal T ObjectOr<T>(string name, Func<StrictObject, T> read, T otherwise) => left.ContainsKey(name) ? Object(name, read) : otherwise;

    internal string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private JsonElement Need(string name) => left.Remove(name, out var element)
        ? element
        : throw new SlotCaseException($"'{PathOf(name)}' is missing.");
}
