using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Unknot.Web.Hosting;

/// <summary>Compresses pages and JSON as they are sent; files are compressed when the project is built.</summary>
internal static class Compression
{
    internal static IServiceCollection AddCompression(this IServiceCollection services) => services
        .AddResponseCompression(compression =>
        {
            // Safe over HTTPS: no answer mixes a secret with what a visitor sent. There are no cookies, tokens or accounts.
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml"];
        })
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
}
