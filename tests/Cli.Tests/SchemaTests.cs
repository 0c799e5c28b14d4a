using System.Text.Json.Nodes;
using Unknot.Atlas;

namespace Unknot.Cli.Tests;

public sealed class SchemaTests
{
    /// <summary>Run './dev schema' and commit the result when this fails after a change of the types.</summary>
    [Fact]
    public void The_schemas_that_are_committed_are_those_of_the_types() =>
        Assert.All(AtlasSchema.All(), schema => Assert.Equal(schema.Text, File.ReadAllText(Path.Combine(Folder(), schema.Name))));

    [Fact]
    public void The_command_writes_every_schema()
    {
        var folder = Directory.CreateTempSubdirectory("unknot-");
        try
        {
            Assert.Equal(0, Run.Of("data", "schema", "--out", folder.FullName).ExitCode);
            Assert.Equal(
                AtlasSchema.All().Select(schema => schema.Name).Order(StringComparer.Ordinal),
                folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_muscle_needs_its_fields_and_may_have_no_others()
    {
        var schema = JsonNode.Parse(AtlasSchema.All().First(schema => schema.Name == "muscle.schema.json").Text)!;

        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Contains("avoid", schema["required"]!.AsArray().Select(name => name!.GetValue<string>()));
        Assert.Equal("string", schema["properties"]!["id"]!["type"]!.GetValue<string>());
        Assert.NotNull(schema["properties"]!["id"]!["pattern"]);
    }

    private static string Folder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Unknot.slnx")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory!.FullName, "data", "schema"); // the tests run inside the checkout
    }
}
