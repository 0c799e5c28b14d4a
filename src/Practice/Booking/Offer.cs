using System.Collections.Immutable;
using NodaTime;
using Unknot.Practice.Slots;

namespace Unknot.Practice.Booking;

/// <summary>
/// All that decides when a wish can be met, read from the database at one moment. Page, month view, booking, moving and waiting
/// list ask it alike, so that nothing is offered that is then refused.
/// </summary>
public sealed class Offer
{
    private readonly DateTimeZone _zone;
    private readonly IReadOnlyDictionary<TherapistId, Hours> _hours;
    private readonly IReadOnlyList<Appointment> _appointments;

    /// <param name="service">With lengths, add-ons, therapists and rooms.</param>
    /// <param name="wish">Checked against <paramref name="service"/>.</param>
    /// <param name="therapists">Those who give the service and can be booked.</param>
    /// <param name="rooms">Those the service can be given in; empty when it needs none.</param>
    /// <param name="hours">Of each therapist.</param>
    /// <param name="appointments">That occupy time of these therapists and rooms, with a day to spare on both sides; holds that ran out are left out.</param>
    internal Offer(
        DateTimeZone zone,
        Service service,
        SessionWish wish,
        IReadOnlyList<Therapist> therapists,
        IReadOnlyList<RoomId> rooms,
        IReadOnlyDictionary<TherapistId, Hours> hours,
        IReadOnlyList<Appointment> appointments)
    {
        (_zone, Service, Therapists, Rooms, _hours, _appointments) = (zone, service, therapists, rooms, hours, appointments);
        AddOns = [.. service.AddOns.Where(addOn => wish.AddOns.Contains(addOn.Id)).OrderBy(addOn => addOn.Name, StringComparer.Ordinal)];
        Minutes = wish.Minutes + AddOns.Sum(addOn => addOn.Minutes);
        PriceCents = (wish.KeepsLength ? 0 : service.Lengths.Single(length => length.Minutes == wish.Minutes).PriceCents) + AddOns.Sum(addOn => addOn.PriceCents);
    }

    private Offer(Offer other, IReadOnlyList<Appointment> appointments)
    {
        (_zone, Service, Therapists, Rooms, _hours, _appointments) = (other._zone, other.Service, other.Therapists, other.Rooms, other._hours, appointments);
        (AddOns, Minutes, PriceCents) = (other.AddOns, other.Minutes, other.PriceCents);
    }

    public Service Service { get; }

    public IReadOnlyList<Therapist> Therapists { get; }

    public IReadOnlyList<RoomId> Rooms { get; }

    public ImmutableArray<AddOn> AddOns { get; }

    /// <summary>With add-ons.</summary>
    public int Minutes { get; }

    /// <summary>With add-ons; what was booked already keeps its own price.</summary>
    public int PriceCents { get; }

    /// <summary>The same with what is booked by now, or at another time.</summary>
    internal Offer With(IReadOnlyList<Appointment> appointments) => new(this, appointments);

    /// <summary>Of the practice.</summary>
    public DateTimeZone Zone => _zone;

    /// <summary>The last day that can be booked by a client.</summary>
    public LocalDate LastDay(Instant now) => now.InZone(_zone).Date.PlusDays(Service.WindowDays);

    /// <summary>Whether anybody who gives this works on that day at all, whatever is booked.</summary>
    public bool IsOpenOn(LocalDate date) => _hours.Values.Any(hours => hours.IsOpenOn(date));

    /// <summary>Why nobody works on that day, in the practice's words: <c>Thanksgiving</c>; empty when no reason is given.</summary>
    public string ClosureOn(LocalDate date) => _hours.Values.Select(hours => hours.ClosureOn(date)).FirstOrDefault(reason => !string.IsNullOrEmpty(reason)) ?? "";

    /// <summary>Every free start in [from, to), in order.</summary>
    /// <param name="asHost">The practice itself is bound neither by notice nor by the booking window.</param>
    public IReadOnlyList<FreeTime> FreeTimes(Instant now, Instant from, Instant to, bool asHost = false)
    {
        var today = now.InZone(_zone).Date;
        var until = asHost ? to : Instant.Min(to, today.PlusDays(Service.WindowDays + 1).AtStartOfDayInZone(_zone).ToInstant());
        var first = from.InZone(_zone).Date.PlusDays(-42);
        var last = until.InZone(_zone).Date.PlusDays(3);
        var places = new SortedDictionary<Instant, List<SessionPlace>>();
        foreach (var therapist in Therapists)
        {
            var opening = _hours[therapist.Id].Between(first, last);
            var taken = _appointments.Where(appointment => appointment.TherapistId == therapist.Id).ToList();
            var rooms = Rooms.Count == 0 ? [(RoomId?)null] : Rooms.Select(room => (RoomId?)room);
            foreach (var room in rooms)
            {
                var busy = room is null ? taken : [.. taken.Union(_appointments.Where(appointment => appointment.RoomId == room))];
                var query = new SlotQuery
                {
                    Zone = _zone,
                    Opening = opening,
                    Busy = [.. busy.Select(BusyOf)],
                    Session = new SessionTimes(Duration.FromMinutes(Minutes), Duration.FromMinutes(Service.BufferBeforeMinutes), Duration.FromMinutes(Service.BufferAfterMinutes), Duration.FromMinutes(Service.StepMinutes)),
                    Now = now,
                    Notice = asHost ? Duration.Zero : Duration.FromMinutes(Service.NoticeMinutes),
                    From = from,
                    To = until,
                };
                foreach (var start in SlotFinder.Find(query).Where(start => HasRoomInTheDay(therapist, taken, start)))
                {
                    if (!places.TryGetValue(start, out var there))
                    {
                        places.Add(start, there = []);
                    }

                    there.Add(new SessionPlace(therapist.Id, room));
                }
            }
        }

        // Whoever has least to do on that day comes first; then the order in which they were made, so that the answer is always the same.
        return [.. places.Select(time => new FreeTime(time.Key, [.. time.Value.OrderBy(place => MinutesOn(place.Therapist, time.Key)).ThenBy(place => place.Therapist.Value)]))];
    }

    private static BusyTime BusyOf(Appointment appointment)
    {
        var (start, end) = (Instant.FromDateTimeUtc(appointment.StartsAtUtc), Instant.FromDateTimeUtc(appointment.EndsAtUtc));
        return new BusyTime(start, end, start - Instant.FromDateTimeUtc(appointment.OccupiedFromUtc), Instant.FromDateTimeUtc(appointment.OccupiedToUtc) - end);
    }

    private bool HasRoomInTheDay(Therapist therapist, List<Appointment> taken, Instant start)
    {
        if (therapist.MostSessionsADay is null && therapist.MostMinutesADay is null)
        {
            return true;
        }

        var day = start.InZone(_zone).Date;
        var sessions = taken.Where(appointment => appointment.State != AppointmentState.Blocked && DayOf(appointment) == day).ToList();
        return (therapist.MostSessionsADay is not { } most || sessions.Count < most)
            && (therapist.MostMinutesADay is not { } minutes || sessions.Sum(LengthOf) + Minutes <= minutes);
    }

    private double MinutesOn(TherapistId therapist, Instant start)
    {
        var day = start.InZone(_zone).Date;
        return _appointments.Where(appointment => appointment.TherapistId == therapist && DayOf(appointment) == day).Sum(LengthOf);
    }

    private LocalDate DayOf(Appointment appointment) => Instant.FromDateTimeUtc(appointment.StartsAtUtc).InZone(_zone).Date;

    private static double LengthOf(Appointment appointment) => (appointment.EndsAtUtc - appointment.StartsAtUtc).TotalMinutes;
}
