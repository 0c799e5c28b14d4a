using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticAssets;
using Unknot.Atlas;

namespace Unknot.Web.Hosting;

/// <summary>
/// What this server serves, in one name: the same for every server that runs the same build with the same atlas. A browser keeps pages and
/// files of one release together, so that old and new never mix while there is no connection.
/// </summary>
public sealed class SiteRelease
{
    /// <summary>Sent with every page.</summary>
    internal const string Header = "Unknot-Release";

    public SiteRelease(AtlasData atlas, EndpointDataSource endpoints)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(endpoints);
        Files =
        [
            .. endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>()
                .Where(file => file.Selectors.Count == 0 && !file.Route.EndsWith(".br", StringComparison.Ordinal) && !file.Route.EndsWith(".gz", StringComparison.Ordinal))
                .GroupBy(file => ValueOf(file, "label") ?? file.Route, StringComparer.Ordinal)
                .Select(addresses => new SiteFile(
                    $"/{addresses.Key}",
                    $"/{addresses.FirstOrDefault(file => file.Route != addresses.Key)?.Route ?? addresses.Key}",
                    ValueOf(addresses.First(), "integrity") ?? ""))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];

        // Builds are deterministic, so the module's id stands for its code and its pages.
        var all = new StringBuilder().AppendLine(typeof(SiteRelease).Assembly.ManifestModule.ModuleVersionId.ToString()).AppendLine(atlas.Version);
        foreach (var file in Files)
        {
            all.Append(file.Path).Append(' ').AppendLine(file.Integrity);
        }

        Name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..12];
    }

    /// <summary>Twelve hexadecimal digits.</summary>
    public string Name { get; }

    /// <summary>Every file of the site, by path.</summary>
    internal IReadOnlyList<SiteFile> Files { get; }

    private static string? ValueOf(StaticAssetDescriptor file, string property) => file.Properties.FirstOrDefault(each => each.Name == property)?.Value;
}

/// <param name="Path">Such as <c>/css/base.css</c>.</param>
/// <param name="Address">The same file under an address that changes with it, such as <c>/css/base.p3rv6d78s1.css</c>.</param>
/// <param name="Integrity">Hash of what it holds.</param>
internal sealed record SiteFile(string Path, string Address, string Integrity);
