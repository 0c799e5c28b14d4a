namespace Unknot.Conventions.Tests;

public sealed class FileTests
{
    private const int MostLines = 400;

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        var sources = Repository.Sources(".cs", "src", "tests", "bench").Concat(Repository.Sources(".ts", "src")).Where(path => !path.EndsWith(".d.ts", StringComparison.Ordinal));

        Assert.DoesNotContain(sources, path => Lines(Repository.Read(path)) > MostLines);
    }

    [Fact]
    public void The_check_of_length_can_fail() => Assert.True(Lines(string.Join('\n', Enumerable.Repeat("", MostLines + 1))) > MostLines);

    [Fact]
    public void No_source_file_is_left_unfinished()
    {
        // Written apart so that this file does not find itself.
        string[] marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];
        var sources = Repository.Sources(".cs", "src", "tests", "bench").Concat(Repository.Sources(".ts", "src")).Concat(Repository.Sources(".cshtml", "src"));

        Assert.DoesNotContain(sources, path => marks.Any(mark => Repository.Read(path).Contains(mark, StringComparison.Ordinal)));
    }

    private static int Lines(string text) => text.Count(character => character == '\n') + 1;
}
