using System.Collections.Immutable;

namespace Unknot.Practice.Booking;

/// <summary>What became of a change to what is kept about a client.</summary>
public abstract record ClientOutcome
{
    private ClientOutcome()
    {
    }

    public sealed record Done(ClientId Id) : ClientOutcome;

    /// <summary>Nothing was kept.</summary>
    public sealed record Refused(ImmutableArray<ClientProblem> Problems) : ClientOutcome;

    /// <summary>There is no such client, or no longer: erased, or merged into another.</summary>
    public sealed record NotThere : ClientOutcome;
}
