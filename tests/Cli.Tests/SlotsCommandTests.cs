namespace Unknot.Cli.Tests;

public sealed class SlotsCommandTests
{
    private const string Case = """
        {"timezone":"America/New_York","rules":[{"days":[1],"start":"09:00","end":"11:00"}],"service":{"durationMinutes":60,"slotStepMinutes":30},
         "now":"2025-06-01T00:00:00Z","queryFrom":"2025-06-02T00:00:00Z","queryTo":"2025-06-03T00:00:00Z"}
        """;

    [Fact]
    public void It_prints_the_starts_in_utc()
    {
        using var input = new StringReader(Case);
        var run = Run.With(input, "slots");
        Assert.Equal((0, """{"slots":["2025-06-02T13:00:00Z","2025-06-02T13:30:00Z","2025-06-02T14:00:00Z"]}""", ""), (run.ExitCode, run.Output.TrimEnd(), run.Error));
    }

    [Fact]
    public void A_bad_case_prints_nothing_but_what_is_wrong()
    {
        using var input = new StringReader(Case.Replace("slotStepMinutes", "step", StringComparison.Ordinal));
        var run = Run.With(input, "slots");
        Assert.Equal((2, "", "'service.slotStepMinutes' is missing."), (run.ExitCode, run.Output, run.Error.TrimEnd()));
    }
}
