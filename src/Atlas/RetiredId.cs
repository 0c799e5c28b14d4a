namespace Unknot.Atlas;

/// <summary>An id that was once given out and must not be used again.</summary>
public sealed record RetiredId
{
    public required string Id { get; init; }

    /// <summary>The id to use now; <c>null</c> when nothing replaces it.</summary>
    public string? Successor { get; init; }
}
