using System.CommandLine;

namespace Unknot.Cli.Tests;

/// <summary>What a run of the command line left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    internal static Run Of(params string[] args) => With(TextReader.Null, args);

    /// <param name="input">The standard input.</param>
    internal static Run With(TextReader input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = UnknotCommand.Create(input).Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return new Run(exitCode, output.ToString(), error.ToString());
    }
}
