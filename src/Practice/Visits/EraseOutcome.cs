namespace Unknot.Practice.Visits;

/// <summary>What became of a wish to erase a client's data.</summary>
public abstract record EraseOutcome
{
    private EraseOutcome()
    {
    }

    public sealed record Erased : EraseOutcome;

    /// <summary>The name that was typed is not the client's.</summary>
    public sealed record OtherName : EraseOutcome;

    /// <summary>Sessions to come must be cancelled first; how many.</summary>
    public sealed record HasSessions(int Count) : EraseOutcome;

    /// <summary>There is no such client, or their data are erased already.</summary>
    public sealed record NotThere : EraseOutcome;
}
