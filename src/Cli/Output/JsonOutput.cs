using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Unknot.Atlas;

namespace Unknot.Cli.Output;

/// <summary>One region, as <c>unknot regions --json</c> prints it.</summary>
internal sealed record RegionEntry(RegionId Id, string Name, ImmutableArray<string> Synonyms, BodyPart Part, ImmutableArray<Side> Sides, bool OnSkin);

/// <summary>The atlas of muscles, as <c>unknot muscles --json</c> prints it.</summary>
internal sealed record MuscleList(string DataVersion, ImmutableArray<Muscle> Muscles);

/// <summary>Starts in order, as <c>unknot slots</c> prints them.</summary>
internal sealed record SlotList(ImmutableArray<string> Slots);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<RegionEntry>))]
[JsonSerializable(typeof(MuscleList))]
[JsonSerializable(typeof(SlotList))]
[JsonSerializable(typeof(TraceOutput))]
internal sealed partial class CliJson : JsonSerializerContext;

/// <summary>Writes JSON for programs: UTF-8 letters stay readable, one document, a line end after it.</summary>
internal static class JsonOutput
{
    internal static CliJson Types { get; } = new(new JsonSerializerOptions(CliJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal static void Write<T>(TextWriter output, T value, JsonTypeInfo<T> type) => output.WriteLine(JsonSerializer.Serialize(value, type));
}
