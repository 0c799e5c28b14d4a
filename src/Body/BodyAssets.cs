using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Unknot.Atlas;
using Unknot.Body.Builds;
using Unknot.Body.Cells;
using Unknot.Body.Field;
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
    private const string MeshName = "body-half.glb";
    private const string BuildsName = "figure/builds.json";

    /// <summary>One vertex in so many is looked at by the quick check.</summary>
    private const int ProbeStep = 53;

    /// <summary>Millimetres; the mesh itself is nowhere that far off the figure.</summary>
    private const float Tolerance = 1;

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
    /// Compares the files with the manifest, the data and the builds that went into them with today's, and some places of the mesh
    /// with the figure. Takes less than a second, but does not see a change of the figure by less than a millimetre.
    /// </summary>
    /// <returns>The names of the files, or of the data, that are missing, differ, or are not in the manifest; empty when all is well.</returns>
    public static ImmutableArray<string> CheckManifest(string directory)
    {
        var path = Path.Combine(directory, ManifestName);
        if (!File.Exists(path))
        {
            return [ManifestName];
        }

        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        var stale = new List<string>();
        var known = manifest.RootElement.GetProperty("assets").EnumerateObject()
            .ToDictionary(asset => asset.Name, asset => asset.Value.GetString(), StringComparer.Ordinal);
        stale.AddRange(known.Where(asset => !HasHash(Path.Combine(directory, asset.Key), asset.Value)).Select(asset => asset.Key));
        stale.AddRange(Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(name => name != ManifestName && !known.ContainsKey(name))
            .Order(StringComparer.Ordinal));
        if (!stale.Contains(BuildsName) && !HasContent(Path.Combine(directory, BuildsName), BuildTable.Write()))
        {
            stale.Add(BuildsName);
        }

        if (!stale.Contains(MeshName) && !LiesOn(Mannequin.Build(), Path.Combine(directory, MeshName)))
        {
            stale.Add(MeshName);
        }

        var made = manifest.RootElement.GetProperty("madeFrom");
        stale.AddRange(Inputs.Where(input => !made.TryGetProperty(input, out var hash) || hash.GetString() != HashOf(Input(input))));
        return [.. stale];
    }

    private static ImmutableArray<(string Name, byte[] Bytes)> MakeAll()
    {
        var seeds = CellSeeds.Read(Input("cells.json"));
        var figure = Mannequin.Build();
        var half = HalfBody.Make(figure, Mannequin.LeftHalf, seeds.AsSpan(), HalfBody.Fineness.Full);
        var mesh = Glb.Write(half);
        var light = Glb.Write(half.Lightened(figure, HalfBody.Fineness.LightTriangles));

        // The drawings are made from the mesh as it will be read, rounded, so that both agree on every cell.
        var atlas = AtlasData.Load();
        var body = BodyAtlas.Lay(atlas.Landmarks, atlas.Regions, muscles: [], new Surface(Glb.Read(mesh)));
        ImmutableArray<(string Name, byte[] Bytes)> assets =
        [
            (MeshName, mesh),
            ("body-half-light.glb", light),
            (BuildsName, BuildTable.Write()),
            .. Drawings.MakeAll(body, atlas.Regions, atlas.Landmarks).Select(drawing => ($"figure/{drawing.File}.svg", drawing.Bytes)),
        ];
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

    private static bool HasHash(string path, string? hash) => File.Exists(path) && HashOf(File.ReadAllBytes(path)) == hash;

    /// <summary>Whether some of the mesh's vertices still lie on the figure's skin.</summary>
    private static bool LiesOn(BodyField figure, string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var positions = Glb.Read(File.ReadAllBytes(path)).Mesh.Positions;
        return Enumerable.Range(0, positions.Length / ProbeStep).Select(probe => positions[probe * ProbeStep]).All(position =>
        {
            var box = new Bounds(position - new Vector3(Tolerance), position + new Vector3(Tolerance));
            return MathF.Abs(figure.Near(box).Distance(position)) <= Tolerance;
        });
    }

    private static bool HasContent(string path, byte[] bytes) => File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);

    private static ReadOnlySpan<byte> Input(string name) => AtlasFiles.Embedded().All[name].Span;

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
