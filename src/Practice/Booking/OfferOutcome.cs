using System.Collections.Immutable;

namespace Unknot.Practice.Booking;

/// <summary>What came of saving a part of the offer.</summary>
public abstract record OfferOutcome
{
    private OfferOutcome()
    {
    }

    /// <param name="Id">Of what was made or changed; empty where there is only one.</param>
    public sealed record Saved(Guid Id) : OfferOutcome;

    /// <summary>Nothing was kept; all that is wrong, at once.</summary>
    public sealed record Refused(ImmutableArray<OfferProblem> Problems) : OfferOutcome;

    /// <summary>Somebody else changed it since it was read; nothing was kept.</summary>
    public sealed record ChangedMeanwhile : OfferOutcome;

    /// <summary>There is no such thing.</summary>
    public sealed record Gone : OfferOutcome;
}

/// <param name="Field">Name of the field, and of the row where there are several: <c>Name</c>, <c>LengthPrice-0</c>.</param>
/// <param name="Text">A sentence.</param>
public sealed record OfferProblem(string Field, string Text);
