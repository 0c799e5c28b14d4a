using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Unknot.Atlas.Translations;

namespace Unknot.Atlas.Reading;

/// <summary>Strict JSON for the files of <c>data/</c>: an unknown, missing, repeated or null field is an error that names it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    ReadCommentHandling = JsonCommentHandling.Disallow,
    WriteIndented = true)]
[JsonSerializable(typeof(Muscle))]
[JsonSerializable(typeof(ListOf<Landmark>), TypeInfoPropertyName = "Landmarks")]
[JsonSerializable(typeof(ListOf<Region>), TypeInfoPropertyName = "Regions")]
[JsonSerializable(typeof(ListOf<Technique>), TypeInfoPropertyName = "Techniques")]
[JsonSerializable(typeof(ListOf<Programme>), TypeInfoPropertyName = "Programmes")]
[JsonSerializable(typeof(ListOf<Chain>), TypeInfoPropertyName = "Chains")]
[JsonSerializable(typeof(ListOf<Cause>), TypeInfoPropertyName = "Causes")]
[JsonSerializable(typeof(ListOf<Symptom>), TypeInfoPropertyName = "Symptoms")]
[JsonSerializable(typeof(ListOf<Question>), TypeInfoPropertyName = "Questions")]
[JsonSerializable(typeof(ListOf<Source>), TypeInfoPropertyName = "Sources")]
[JsonSerializable(typeof(ListOf<RetiredId>), TypeInfoPropertyName = "RetiredIds")]
[JsonSerializable(typeof(Priors))]
[JsonSerializable(typeof(AtlasDocument))]
[JsonSerializable(typeof(SafetyRules))]
[JsonSerializable(typeof(WordBook))]
[JsonSerializable(typeof(Dictionary<string, Translation>), TypeInfoPropertyName = "Translations")]
internal sealed partial class AtlasJson : JsonSerializerContext;

/// <summary>A file that is a list under one name: <c>{ "items": [ … ] }</c>.</summary>
internal sealed record ListOf<T>
{
    public required ImmutableArray<T> Items { get; init; }
}
