using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Web.Hosting;

namespace Unknot.Web.Language;

/// <summary><c>GET /language/{language}.json</c>: the catalogue for the islands of a page.</summary>
internal sealed class ServeTexts
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FrozenDictionary<string, (byte[] Bytes, string Version)> files;

    public ServeTexts(Texts texts) => files = texts.Languages.Where(language => language != RequestLanguage.Default).ToFrozenDictionary(
        language => language,
        language =>
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(texts.Catalogue(language), Json);
            return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)));
        },
        StringComparer.Ordinal);

    /// <returns>Null for English, which needs none.</returns>
    internal string? AddressFor(string language) => files.TryGetValue(language, out var file) ? $"/language/{language}.json?v={file.Version}" : null;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/language/{language}.json", (string language, ServeTexts texts, HttpContext context) => texts.Answer(language, context))
        .ExcludeFromDescription();

    private Results<FileContentHttpResult, StatusCodeHttpResult> Answer(string language, HttpContext context)
    {
        if (!files.TryGetValue(language, out var file))
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        return Versioned.IsKnownToClient(context, file.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.File(file.Bytes, "application/json");
    }
}
