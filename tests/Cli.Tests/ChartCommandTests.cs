namespace Unknot.Cli.Tests;

public sealed class ChartCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("unknot-chart-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("chart.pdf", "%PDF-")]
    [InlineData("chart.svg", "<svg ")]
    public void The_end_of_the_name_chooses_the_format(string name, string begins)
    {
        var file = Path.Combine(folder, name);

        var run = Run.Of("chart", "--out", file, "--region", "temple", "--paper", "letter");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(begins, File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains(file, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_of_ones_own_has_the_points_in_order()
    {
        var file = Path.Combine(folder, "my.svg");

        var run = Run.Of("chart", "--out", file, "--points", "upper-trapezius-1:right, soleus-1:left", "--seconds", "30", "--address", "https://example.org/release");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var svg = File.ReadAllText(file);
        Assert.Contains("Hold 30 seconds", svg, StringComparison.Ordinal);
        Assert.True(svg.IndexOf("Upper trapezius, right", StringComparison.Ordinal) < svg.IndexOf("Soleus, left", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no region", "--region", "tmple")]
    [InlineData("There is no muscle", "--muscle", "no such thing")]
    [InlineData("Allowed: head, face", "--part", "leg")]
    [InlineData("Nearest", "--symptom", "qqqq")]
    [InlineData("Allowed: a4, letter, a3", "--paper", "a5")]
    [InlineData("Allowed: pdf, svg", "--format", "png")]
    [InlineData("Allowed: neutral", "--build", "tall")]
    [InlineData("left or", "--points", "soleus-1")]
    [InlineData("5 to 90", "--points", "soleus-1:left", "--seconds", "400")]
    [InlineData("leave --region", "--points", "soleus-1:left", "--region", "temple")]
    [InlineData("give --points", "--address", "https://example.org/release")]
    [InlineData("without '?'", "--points", "soleus-1:left", "--address", "https://example.org/?pain=1")]
    [InlineData("--format says svg", "--out", "chart.pdf", "--format", "svg")]
    public void What_cannot_be_is_refused_with_what_is_allowed(string told, params string[] options)
    {
        var run = Run.Of(["chart", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_that_leave_nothing_end_with_1()
    {
        var run = Run.Of("chart", "--region", "calf", "--part", "face", "--out", Path.Combine(folder, "none.pdf"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No point", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "none.pdf")));
    }

    [Fact]
    public void A_file_that_cannot_be_written_ends_with_1()
    {
        var run = Run.Of("chart", "--muscle", "soleus", "--out", Path.Combine(folder, "no", "such", "folder.pdf"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cannot be written", run.Error, StringComparison.Ordinal);
    }
}
