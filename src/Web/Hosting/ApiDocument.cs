using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>An example of an endpoint's body, shown in the description of the API.</summary>
internal sealed record BodyExample(string Json);

/// <summary>The machine-readable description of the API at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    private const string KeyScheme = "key";

    internal static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", static openApi =>
    {
        // "TracePainRequest" and not "Request", "Request2", …
        openApi.CreateSchemaReferenceId = static type => type.Type is { Name: "Request" or "Response" or "Entry" or "Whole" or "BookRequest" or "MoveRequest", DeclaringType.Name: var endpoint }
            ? endpoint + type.Type.Name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        openApi.AddDocumentTransformer(static (document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Unknot",
                Version = "1",
                Description = "From marked pain to the trigger points that may contribute to it. Not a medical device: it does not diagnose. "
                    + "Sides are always the person's own. What is sent to find points is not stored; what is booked is.",
                License = new OpenApiLicense { Name = "Code Apache-2.0; atlas and figures CC BY 4.0" },
            };

            // The document is the same wherever the server runs.
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [KeyScheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A key of the practice, unk_…, which its owner makes in the console. Everything else needs none.",
                },
            };
            return Task.CompletedTask;
        });
        openApi.AddOperationTransformer(static (operation, context, _) =>
        {
            var example = context.Description.ActionDescriptor.EndpointMetadata.OfType<BodyExample>().SingleOrDefault();
            if (example is not null && operation.RequestBody?.Content?.TryGetValue("application/json", out var media) is true)
            {
                media.Example = JsonNode.Parse(example.Json);
            }

            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, context.Document)] = [] }];
            }

            if (RequestLanguage.IsApi($"/{context.Description.RelativePath}"))
            {
                var languages = context.ApplicationServices.GetRequiredService<Texts>().Languages;
                operation.Parameters ??= [];
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = RequestLanguage.Field,
                    In = ParameterLocation.Query,
                    Description = "The language of names and texts in the answer; English when left out, and for texts that are not translated yet.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. languages.Select(language => JsonValue.Create(language))] },
                });
            }

            return Task.CompletedTask;
        });
        openApi.AddSchemaTransformer(static (schema, context, _) =>
        {
            var allowed = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedValuesAttribute), inherit: false);
            if (allowed is [AllowedValuesAttribute values])
            {
                // A field that may be null says so itself.
                schema.Enum = [.. values.Values.OfType<string>().Select(value => JsonValue.Create(value))];
            }

            var entries = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(AllowedEntriesAttribute), inherit: false);
            if (entries is [AllowedEntriesAttribute list] && schema.Items is OpenApiSchema items)
            {
                items.Enum = [.. list.Entries.Select(value => JsonValue.Create(value))];
            }

            return Task.CompletedTask;
        });
    });
}
