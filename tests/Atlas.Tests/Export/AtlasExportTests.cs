using System.Text;
using System.Text.Json;

namespace Unknot.Atlas.Tests.Export;

public sealed class AtlasExportTests
{
    private static readonly AtlasData Atlas = AtlasData.Load();

    [Fact]
    public void The_whole_atlas_is_one_document_with_version_and_licence()
    {
        using var document = JsonDocument.Parse(AtlasExport.Json(Atlas));
        var root = document.RootElement;

        Assert.Equal(Atlas.Version, root.GetProperty("version").GetString());
        Assert.Equal("CC-BY-4.0", root.GetProperty("licence").GetString());
        Assert.Equal(Atlas.Muscles.Length, root.GetProperty("muscles").GetArrayLength());
        Assert.Equal("upper-trapezius-1", root.GetProperty("muscles").EnumerateArray().Single(muscle => muscle.GetProperty("id").GetString() == "upper-trapezius").GetProperty("points")[0].GetProperty("id").GetString());
        foreach (var list in new[] { "techniques", "chains", "causes", "symptoms", "questions", "regions", "landmarks", "sources" })
        {
            Assert.NotEqual(0, root.GetProperty(list).GetArrayLength());
        }
    }

    [Theory]
    [InlineData("muscles", 19)]
    [InlineData("anatomy", 5)]
    [InlineData("points", 13)]
    [InlineData("zones", 8)]
    [InlineData("releases", 12)]
    [InlineData("chains", 7)]
    [InlineData("priors", 11)]
    [InlineData("regions", 6)]
    [InlineData("sources", 4)]
    public void Every_row_of_a_table_has_the_fields_of_its_header(string table, int fields)
    {
        var rows = Rows(table);

        Assert.True(rows.Count > 1);
        Assert.All(rows, row => Assert.Equal(fields, row.Count));
    }

    [Fact]
    public void Tables_have_a_row_for_each_thing_of_the_atlas()
    {
        Assert.Equal(Atlas.Muscles.Length + 1, Rows("muscles").Count);
        Assert.Equal(Atlas.Muscles.Sum(muscle => muscle.Points.Length) + 1, Rows("points").Count);
        Assert.Equal(Atlas.Muscles.SelectMany(muscle => muscle.Points).Sum(point => point.Zones.Length) + 1, Rows("zones").Count);
        Assert.Equal(Atlas.Sources.Length + 1, Rows("sources").Count);
    }

    [Fact]
    public void Texts_with_commas_and_quotes_come_back_as_they_were()
    {
        var rows = Rows("points");
        var column = rows[0].IndexOf("find_landmarks");
        var expected = Atlas.Muscles.SelectMany(muscle => muscle.Points).Select(point => point.Find.Landmarks).ToList();

        Assert.Equal(expected, rows.Skip(1).Select(row => row[column]));
        Assert.Contains(expected, text => text.Contains(',', StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_no_table_of_another_name() => Assert.Null(AtlasExport.Csv(Atlas, "passwords"));

    [Fact]
    public void Every_table_that_is_offered_exists() => Assert.All(AtlasExport.Tables, table => Assert.NotNull(AtlasExport.Csv(Atlas, table.Name)));

    /// <summary>A reader of RFC 4180 of its own, so that the writer is not tested with itself.</summary>
    private static List<List<string>> Rows(string table)
    {
        var text = Encoding.UTF8.GetString(AtlasExport.Csv(Atlas, table)!);
        var (rows, row, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else if (text[i] == '"')
                {
                    quoted = false;
                }
                else
                {
                    field.Append(text[i]);
                }
            }
            else if (text[i] == '"')
            {
                quoted = true;
            }
            else if (text[i] is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (text[i] == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else if (text[i] != '\r')
            {
                field.Append(text[i]);
            }
        }

        return rows;
    }
}
