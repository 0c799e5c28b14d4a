using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Unknot.Web.Features.Chart;
using Unknot.Web.Features.Finder;
using Unknot.Web.Features.Muscles;
using Unknot.Web.Features.Points;
using Unknot.Web.Features.Regions;
using Unknot.Web.Features.Vocabulary;

namespace Unknot.Web.Hosting;

/// <summary>JSON in and out: unknown, repeated and null fields, and numbers written as text, are refused.</summary>
internal static class StrictJson
{
    internal static IServiceCollection AddStrictJson(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(json =>
        {
            var options = json.SerializerOptions;
            options.PropertyNameCaseInsensitive = false;
            options.NumberHandling = JsonNumberHandling.Strict;
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.AllowDuplicateProperties = false;
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
            options.TypeInfoResolverChain.Insert(0, WebJson.Default);
        })
        .Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
}

/// <summary>Every message of the API, read and written by generated code.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PrintMap.Request), TypeInfoPropertyName = "Map")]
[JsonSerializable(typeof(TracePain.Request))]
[JsonSerializable(typeof(TracePain.Response), TypeInfoPropertyName = "Trace")]
[JsonSerializable(typeof(UnderstandWords.Request), TypeInfoPropertyName = "Said")]
[JsonSerializable(typeof(UnderstandWords.Response), TypeInfoPropertyName = "Understood")]
[JsonSerializable(typeof(ListRegions.Response), TypeInfoPropertyName = "Regions")]
[JsonSerializable(typeof(ShowRegion.Response), TypeInfoPropertyName = "Region")]
[JsonSerializable(typeof(ListPoints.Response), TypeInfoPropertyName = "Points")]
[JsonSerializable(typeof(ShowPoint.Response), TypeInfoPropertyName = "Point")]
[JsonSerializable(typeof(ShowZone.Response), TypeInfoPropertyName = "Zone")]
[JsonSerializable(typeof(ListQuestions.Response), TypeInfoPropertyName = "Questions")]
[JsonSerializable(typeof(ListSymptoms.Response), TypeInfoPropertyName = "Symptoms")]
[JsonSerializable(typeof(ListCauses.Response), TypeInfoPropertyName = "Causes")]
[JsonSerializable(typeof(ListMuscles.Response), TypeInfoPropertyName = "Muscles")]
[JsonSerializable(typeof(ShowMuscle.Response), TypeInfoPropertyName = "Muscle")]
[JsonSerializable(typeof(DrawMuscles.Response), TypeInfoPropertyName = "Figures")]
[JsonSerializable(typeof(BundleMuscles.Response), TypeInfoPropertyName = "Bundle")]
[JsonSerializable(typeof(ImmutableArray<ShowMuscle.Response>), TypeInfoPropertyName = "AllMuscles")]
[JsonSerializable(typeof(ImmutableArray<DrawMuscle.Response>), TypeInfoPropertyName = "AllFigures")]
[JsonSerializable(typeof(ListFallback.Response), TypeInfoPropertyName = "Fallback")]
[JsonSerializable(typeof(DrawMuscle.Response), TypeInfoPropertyName = "Figure")]
internal sealed partial class WebJson : JsonSerializerContext;
