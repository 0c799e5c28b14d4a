namespace Unknot.Atlas;

/// <summary>Something wrong in <c>data/</c>: which file, where in it, what.</summary>
public readonly record struct DataProblem(string File, string Place, string What)
{
    public override string ToString() => Place.Length == 0 ? $"{File}: {What}" : $"{File}: {Place}: {What}";
}

/// <summary>The data cannot be used; all that is wrong with it is listed.</summary>
public sealed class AtlasDataException : Exception
{
    public AtlasDataException(IReadOnlyList<DataProblem> problems)
        : base($"The atlas has {problems.Count} problem(s):{Environment.NewLine}{string.Join(Environment.NewLine, problems)}") => Problems = problems;

    public AtlasDataException()
        : this([])
    {
    }

    public AtlasDataException(string message)
        : base(message) => Problems = [];

    public AtlasDataException(string message, Exception innerException)
        : base(message, innerException) => Problems = [];

    /// <summary>At least one when thrown by the reader.</summary>
    public IReadOnlyList<DataProblem> Problems { get; }
}
