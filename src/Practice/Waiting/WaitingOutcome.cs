using System.Collections.Immutable;
using Unknot.Practice.Booking;

namespace Unknot.Practice.Waiting;

/// <summary>What became of a wish to be put on the list.</summary>
public abstract record WaitingOutcome
{
    private WaitingOutcome()
    {
    }

    public sealed record Joined(WaitingId Id) : WaitingOutcome;

    /// <param name="Problems">At least one.</param>
    public sealed record Refused(ImmutableArray<WaitingProblem> Problems) : WaitingOutcome;

    /// <summary>There is no such service on offer, or booking is closed.</summary>
    public sealed record NotOffered : WaitingOutcome;
}
