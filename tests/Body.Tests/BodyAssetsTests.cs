using System.Text;

namespace Unknot.Body.Tests;

public sealed class BodyAssetsTests
{
    [Fact]
    public void The_committed_assets_match_their_manifest_and_the_data_they_were_made_from() =>
        Assert.Empty(BodyAssets.CheckManifest(Committed()));

    [Fact]
    public void A_changed_a_missing_and_an_unlisted_file_are_noticed()
    {
        var copy = Directory.CreateTempSubdirectory("unknot-assets").FullName;
        try
        {
            Assert.Equal("manifest.json", Assert.Single(BodyAssets.CheckManifest(copy)));
            var manifest = Path.Combine(copy, "manifest.json");
            File.Copy(Path.Combine(Committed(), "manifest.json"), manifest);
            Assert.Contains("body-half.glb", BodyAssets.CheckManifest(copy));
            File.WriteAllBytes(Path.Combine(copy, "body-half.glb"), Encoding.ASCII.GetBytes("something else"));
            Assert.Contains("body-half.glb", BodyAssets.CheckManifest(copy));
            File.WriteAllText(manifest, """{ "madeFrom": { "cells.json": "0" }, "assets": {} }""");
            Assert.Contains("cells.json", BodyAssets.CheckManifest(copy));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static string Committed() => Path.Combine(Shared.Root, "assets");
}
