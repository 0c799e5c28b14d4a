using NodaTime;

namespace Unknot.Practice.Booking;

/// <summary>The same session every few weeks, at the same time on the practice's wall clock.</summary>
/// <param name="Session">Names its therapist.</param>
/// <param name="First">Of the first; a time that a change of the clocks skips is moved forward, of one that comes twice the first is meant.</param>
/// <param name="EveryWeeks">1 … <see cref="MostWeeks"/>.</param>
/// <param name="Times">2 … <see cref="MostTimes"/>.</param>
public sealed record SeriesWish(SessionWish Session, LocalDateTime First, int EveryWeeks, int Times)
{
    public const int MostWeeks = 8;

    public const int MostTimes = 52;
}

/// <summary>Every date of a series with what stands in its way; nothing of it is written.</summary>
/// <param name="Minutes">Of each session, with add-ons.</param>
/// <param name="PriceCents">Of each session, with add-ons.</param>
public sealed record SeriesPlan(IReadOnlyList<SeriesDate> Dates, int Minutes, int PriceCents);

/// <param name="Number">1 for the first.</param>
/// <param name="Wall">As wanted.</param>
/// <param name="Start">The same as an instant.</param>
/// <param name="Nearest">When it cannot be had, at most three free times of the same therapist within three days, the nearest first.</param>
public sealed record SeriesDate(int Number, LocalDateTime Wall, Instant Start, SeriesTrouble Trouble, IReadOnlyList<Instant> Nearest);

/// <summary>What stands in the way of one date.</summary>
public enum SeriesTrouble
{
    None,

    Past,

    /// <summary>The therapist does not work on that day.</summary>
    Closed,

    /// <summary>The therapist works on that day, but not all through that time.</summary>
    OutsideHours,

    /// <summary>The therapist or every room is taken.</summary>
    Taken,
}

/// <param name="Number">Which date of the plan.</param>
/// <param name="Start">As planned, or what is taken instead.</param>
public sealed record SeriesChoice(int Number, Instant Start);

/// <summary>What became of booking a series.</summary>
public abstract record SeriesOutcome
{
    private SeriesOutcome()
    {
    }

    /// <summary>All that were chosen are booked.</summary>
    public sealed record Done(IReadOnlyList<Appointment> Appointments) : SeriesOutcome;

    /// <summary>Nothing is booked: of those that were chosen some cannot be had any more.</summary>
    /// <param name="Plan">As it looks now.</param>
    /// <param name="Numbers">Which dates were lost; never empty.</param>
    public sealed record Lost(SeriesPlan Plan, IReadOnlyList<int> Numbers) : SeriesOutcome;

    /// <summary>It cannot be booked, whatever the dates.</summary>
    public sealed record Refused(HostOutcome Why) : SeriesOutcome;
}
