namespace Unknot.Cli;

/// <summary>What a command's end means to a script.</summary>
internal static class ExitCode
{
    internal const int Done = 0;

    /// <summary>The command ran and found something wrong with what it checked.</summary>
    internal const int ProblemsFound = 1;

    /// <summary>What was asked cannot be: unknown name, malformed argument. Nothing was done.</summary>
    internal const int BadInput = 2;
}
