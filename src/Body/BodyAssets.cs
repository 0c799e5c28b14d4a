using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Unknot.Atlas;
using Unknot.Body.Cells;
using Unknot.Body.Figure;
using Unknot.Body.Meshing;
using Unknot.Body.Output;

namespace Unknot.Body;

/// <summary>
/// The files of <c>assets/</c> that are made from the figure's description and from <c>data/</c>. They are committed; making them
/// again gives the same bytes.
/// </summary>
public static class BodyAssets
{
    private const string ManifestName = "manifest.json";

    private static readonly ImmutableArray<string> Inputs = ["cells.json", "landmarks.json", "regions.json"];

    /// <summary>Makes every asset and writes it, with the manifest. Takes about half a minute.</summary>
    /// <param name="directory">Made when it does not exist.</param>
    public static void Write(string directory)
    {
        foreach (var (name, bytes) in MakeAll())
        {
            var path = Path.Combine(directory, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a combined path has a directory
            File.WriteAllBytes(path, bytes);
        }
    }

    /// <summary>Makes every asset again in memory and compares. Takes about half a minute.</summary>
    /// <returns>The names of the files that are missing or differ; empty when all is well.</returns>
    public static ImmutableArray<string> Check(string directory) =>
        [.. MakeAll().Where(asset => !HasContent(Path.Combine(directory, asset.Name), asset.Bytes)).Select(asset => asset.Name)];

    /// <summary>
    /// Compares the files with the manifest, and the data that went into them with today's data. Takes milliseconds, but does not
    /// see a change of the figure itself.
    /// </summary>
    /// <returns>The names of the files, or of the data, that are missing or differ; empty when all is well.</returns>
    public static ImmutableArray<string> CheckManifest(string directory)
    {
        var path = Path.Combine(directory, ManifestName);
        if (!File.Exists(path))
        {
            return [ManifestName];
        }

        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        var stale = new List<string>();
        foreach (var asset in manifest.RootElement.GetProperty("assets").EnumerateObject())
        {
            var file = Path.Combine(directory, asset.Name);
            if (!File.Exists(file) || HashOf(File.ReadAllBytes(file)) != asset.Value.GetString())
            {
                stale.Add(asset.Name);
            }
        }

        var made = manifest.RootElement.GetProperty("madeFrom");
        stale.AddRange(Inputs.Where(input => !made.TryGetProperty(input, out var hash) || hash.GetString() != HashOf(Input(input))));
        return [.. stale];
    }

    private static ImmutableArray<(string Name, byte[] Bytes)> MakeAll()
    {
        var seeds = CellSeeds.Read(Input("cells.json"));
        var half = HalfBody.Make(Mannequin.Build(), Mannequin.LeftHalf, seeds.AsSpan(), HalfBody.Fineness.Full);
        var mesh = Glb.Write(half);

        // The drawings are made from the mesh as it will be read, rounded, so that both agree on every cell.
        var atlas = AtlasData.Load();
        var body = BodyAtlas.Lay(atlas.Landmarks, atlas.Regions, muscles: [], new Surface(Glb.Read(mesh)));
        ImmutableArray<(string Name, byte[] Bytes)> assets =
            [("body-half.glb", mesh), .. Drawings.MakeAll(body, atlas.Regions, atlas.Landmarks).Select(drawing => ($"figure/{drawing.File}.svg", drawing.Bytes))];
        return [.. assets, (ManifestName, ManifestOf(assets))];
    }

    private static byte[] ManifestOf(ImmutableArray<(string Name, byte[] Bytes)> assets)
    {
        static string Entries(IEnumerable<(string Name, string Hash)> entries) =>
            string.Join(",\n", entries.Select(entry => $"    \"{entry.Name}\": \"{entry.Hash}\""));

        var madeFrom = Entries(Inputs.Select(input => (input, HashOf(Input(input)))));
        var made = Entries(assets.Select(asset => (asset.Name, HashOf(asset.Bytes))));
        return Encoding.UTF8.GetBytes($"{{\n  \"madeFrom\": {{\n{madeFrom}\n  }},\n  \"assets\": {{\n{made}\n  }}\n}}\n");
    }

    private static bool HasContent(string path, byte[] bytes) => File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);

    private static ReadOnlySpan<byte> Input(string name) => AtlasFiles.Embedded().All[name].Span;

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
