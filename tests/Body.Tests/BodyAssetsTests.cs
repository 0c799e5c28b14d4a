using System.IO.Compression;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Unknot.Body.Meshing;
using Unknot.Body.Output;

namespace Unknot.Body.Tests;

public sealed class BodyAssetsTests
{
    [Fact]
    public void The_committed_assets_match_their_manifest_and_the_data_they_were_made_from() =>
        Assert.Empty(BodyAssets.CheckManifest(Shared.Assets));

    [Theory]
    [InlineData("body-half.glb", 250_000)]
    [InlineData("body-half-light.glb", 75_000)]
    [InlineData("figure/builds.json", 1_000)]
    public void A_file_is_small_enough_for_a_phone_when_compressed(string name, int mostBytes)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(File.ReadAllBytes(Path.Combine(Shared.Assets, name)));
        }

        Assert.InRange(compressed.Length, 100, mostBytes);
    }

    [Fact]
    public void A_changed_a_missing_and_an_unlisted_file_are_noticed()
    {
        var copy = Directory.CreateTempSubdirectory("unknot-assets").FullName;
        try
        {
            Assert.Equal("manifest.json", Assert.Single(BodyAssets.CheckManifest(copy)));
            var manifest = Path.Combine(copy, "manifest.json");
            File.Copy(Path.Combine(Shared.Assets, "manifest.json"), manifest);
            Assert.Contains("body-half.glb", BodyAssets.CheckManifest(copy));
            File.WriteAllBytes(Path.Combine(copy, "body-half.glb"), Encoding.ASCII.GetBytes("something else"));
            Assert.Contains("body-half.glb", BodyAssets.CheckManifest(copy));
            File.WriteAllBytes(Path.Combine(copy, "forgotten.glb"), [1]);
            Assert.Contains("forgotten.glb", BodyAssets.CheckManifest(copy));
            File.WriteAllText(manifest, """{ "madeFrom": { "cells.json": "0" }, "assets": {} }""");
            Assert.Contains("cells.json", BodyAssets.CheckManifest(copy));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void A_mesh_that_no_longer_lies_on_the_figure_and_builds_of_another_day_are_noticed_though_the_manifest_agrees()
    {
        var copy = Directory.CreateTempSubdirectory("unknot-assets").FullName;
        try
        {
            var half = Shared.Surface.Half;
            var mesh = half.Mesh;
            var wider = new TriangleMesh(Array.ConvertAll(mesh.Positions, place => place * new Vector3(1.03f, 1, 1)), mesh.Normals, mesh.Triangles);
            var bytes = Glb.Write(half with { Mesh = wider });
            File.WriteAllBytes(Path.Combine(copy, "body-half.glb"), bytes);
            Directory.CreateDirectory(Path.Combine(copy, "figure"));
            File.WriteAllText(Path.Combine(copy, "figure", "builds.json"), "{}");
            var assets = string.Join(", ", new[] { "body-half.glb", "figure/builds.json" }
                .Select(name => $"\"{name}\": \"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(copy, name))))}\""));
            var today = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared.Assets, "manifest.json"))).RootElement.GetProperty("madeFrom");
            File.WriteAllText(Path.Combine(copy, "manifest.json"), $"{{ \"madeFrom\": {today}, \"assets\": {{ {assets} }} }}");
            Assert.Equal("figure/builds.json body-half.glb", string.Join(' ', BodyAssets.CheckManifest(copy)));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
