using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Unknot.Practice.Booking;
using Unknot.Practice.Mail;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;
using Unknot.Practice.Tests.Booking;
using Unknot.Practice.Waiting;

namespace Unknot.Practice.Tests.Waiting;

/// <summary>A practice in which all is booked from 10 to 12 on 4 March, and those who wait for it.</summary>
internal sealed class Waiters(TestStore store, APractice practice, SetTime time)
{
    public static readonly DateOnly Wednesday = new(2026, 3, 4);

    public WaitingDraft Draft(string name) => new()
    {
        Service = practice.Service,
        Minutes = 60,
        Name = name,
        Email = $"{name.ToLowerInvariant()}@example.com",
        Phone = "555",
        Language = "en",
        FirstDay = Wednesday,
        LastDay = Wednesday,
        Days = 127,
        EarliestMinute = 10 * 60,
        LatestMinute = 10 * 60,
        HasConsented = true,
    };

    public async Task<WaitingId> JoinAsync(WaitingDraft draft)
    {
        time.Move(TimeSpan.FromSeconds(1));
        await using var db = store.Open();
        return Assert.IsType<WaitingOutcome.Joined>(await Desk(db).JoinAsync(draft, Guid.NewGuid(), CancellationToken.None)).Id;
    }

    public Task<WaitingId> JoinAsync(string name) => JoinAsync(Draft(name));

    public async Task<int> RunAsync()
    {
        await using var db = store.Open();
        return await new WaitingRun(db, new OfferBook(db), BookingDesk(db), SomeLinks.Links, time, NullLogger<WaitingRun>.Instance).RunAsync(CancellationToken.None);
    }

    public async Task<bool> LeaveAsync(WaitingId id, Guid? personId = null)
    {
        await using var db = store.Open();
        return await Desk(db).LeaveAsync(id, personId, CancellationToken.None);
    }

    /// <summary>Somebody else books an hour on Wednesday.</summary>
    public async Task<AppointmentId> BookAsync(int hour)
    {
        await using var db = store.Open();
        var held = Assert.IsType<BookingOutcome.Done>(await BookingDesk(db).HoldAsync(practice.Hour, APractice.At(48 + hour), Guid.NewGuid(), CancellationToken.None)).Appointment;
        return Assert.IsType<BookingOutcome.Done>(await BookHoldAsync(held.Id)).Appointment.Id;
    }

    public async Task<BookingOutcome> BookHoldAsync(AppointmentId hold)
    {
        await using var db = store.Open();
        return await BookingDesk(db).BookAsync(hold, new BookingDetails("Somebody", "somebody@example.com", "", "", "1", "en", null), CancellationToken.None);
    }

    public async Task CancelAsync(AppointmentId id)
    {
        await using var db = store.Open();
        Assert.IsType<BookingOutcome.Done>(await BookingDesk(db).CancelAsync(id, null, CancellationToken.None));
    }

    public async Task<WaitingEntry> EntryAsync(WaitingId id)
    {
        await using var db = store.Open();
        return await db.WaitingList.SingleAsync(entry => entry.Id == id);
    }

    public async Task<Appointment> HoldOfAsync(WaitingId id)
    {
        await using var db = store.Open();
        var offered = (await db.WaitingList.SingleAsync(entry => entry.Id == id)).OfferedId;
        return await db.Appointments.SingleAsync(each => each.Id == offered);
    }

    /// <summary>To whom an offer went, in order.</summary>
    public async Task<List<OutboxMessage>> OffersAsync()
    {
        await using var db = store.Open();
        return await db.Outbox.Where(mail => mail.OnceKey!.StartsWith("offer:")).OrderBy(mail => mail.CreatedAtUtc).ThenBy(mail => mail.Id).ToListAsync();
    }

    public WaitingDesk Desk(PracticeDb db) => new(db, new OfferBook(db), SomeLinks.Links, time);

    private BookingDesk BookingDesk(PracticeDb db) => new(db, new OfferBook(db), [], time);
}
