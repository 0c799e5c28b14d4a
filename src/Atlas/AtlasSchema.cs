using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas;

/// <summary>
/// The form of each file of <c>data/</c> as a JSON schema, made from the types that read it, for editors and for programs in other
/// languages. What must be true between the files is in the checks, not here.
/// </summary>
public static class AtlasSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = NameTexts };

    /// <summary>Every schema with the name of its file, such as <c>muscle.schema.json</c>; each text ends with a line end.</summary>
    public static ImmutableArray<(string Name, string Text)> All() =>
    [
        Of("muscle", AtlasJson.Default.Muscle),
        Of("landmarks", AtlasJson.Default.Landmarks),
        Of("regions", AtlasJson.Default.Regions),
        Of("techniques", AtlasJson.Default.Techniques),
        Of("programmes", AtlasJson.Default.Programmes),
        Of("chains", AtlasJson.Default.Chains),
        Of("causes", AtlasJson.Default.Causes),
        Of("symptoms", AtlasJson.Default.Symptoms),
        Of("questions", AtlasJson.Default.Questions),
        Of("priors", AtlasJson.Default.Priors),
        Of("sources", AtlasJson.Default.Sources),
        Of("retired-ids", AtlasJson.Default.RetiredIds),
        Of("safety", AtlasJson.Default.SafetyRules),
        Of("words", AtlasJson.Default.WordBook),
    ];

    private static (string Name, string Text) Of(string name, JsonTypeInfo type)
    {
        var schema = type.GetJsonSchemaAsNode(Exporting).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return ($"{name}.schema.json", schema.ToJsonString(Layout) + "\n");
    }

    /// <summary>Ids and places have converters of their own, which the exporter cannot look into: both are texts.</summary>
    private static JsonNode NameTexts(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var isNullable = type != context.TypeInfo.Type;
        if (type == typeof(Place))
        {
            return Text(isNullable, "A landmark id, or 'a>b@40' for 40 % of the way from landmark a to landmark b.", pattern: null);
        }

        return type.IsValueType && type.Namespace == typeof(MuscleId).Namespace && type.Name.EndsWith("Id", StringComparison.Ordinal)
            ? Text(isNullable, $"A {type.Name}.", Slug.Pattern)
            : schema;
    }

    private static JsonObject Text(bool isNullable, string description, string? pattern)
    {
        var schema = new JsonObject
        {
            ["description"] = description,
            ["type"] = isNullable ? new JsonArray("string", "null") : "string",
        };
        if (pattern is not null)
        {
            schema["pattern"] = pattern;
        }

        return schema;
    }
}
