using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class BookingDeskTests
{
    private static readonly BookingDetails Ada = new("Ada", "ada@example.com", "212-555-0134", "Left shoulder.", "1", "en", null);

    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_time_is_held_booked_moved_and_cancelled_and_each_is_remembered(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => (service.MoveHours, service.CancelHours) = (0, 0));
        var held = await HoldAsync(store, practice.Hour, APractice.At(10));
        Assert.Equal((AppointmentState.Held, APractice.Start.AddMinutes(10)), (held.State, held.HoldEndsAtUtc));

        _time.Move(TimeSpan.FromSeconds(1));
        var booked = await DoneAsync(Desk(store).BookAsync(held.Id, Ada, CancellationToken.None));
        Assert.Equal((AppointmentState.Confirmed, 9_000, 0), (booked.State, booked.PriceCents, booked.Sequence));
        _time.Move(TimeSpan.FromSeconds(1));
        var moved = await DoneAsync(Desk(store).MoveAsync(held.Id, APractice.At(34), null, CancellationToken.None));
        Assert.Equal((APractice.At(34).ToDateTimeUtc(), APractice.At(35).ToDateTimeUtc(), 1), (moved.StartsAtUtc, moved.EndsAtUtc, moved.Sequence));
        _time.Move(TimeSpan.FromSeconds(1));
        var cancelled = await DoneAsync(Desk(store).CancelAsync(held.Id, null, CancellationToken.None));

        Assert.Equal((AppointmentState.Cancelled, 2), (cancelled.State, cancelled.Sequence));
        await using var db = store.Open();
        Assert.Equal(["held", "booked", "moved", "cancelled"], await db.AppointmentEvents.OrderBy(happened => happened.AtUtc).Select(happened => happened.What).ToListAsync());
        Assert.Equal("Ada", (await db.Clients.SingleAsync()).Name);
        Assert.IsType<BookingOutcome.Changed>(await Desk(store).CancelAsync(held.Id, null, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_hundred_clients_race_for_eight_times_and_each_time_is_given_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, therapists: 2, rooms: 2, change: service => (service.BufferAfterMinutes, service.StepMinutes) = (0, 60));

        // Four hours, two therapists and two rooms: eight sessions.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(client => Task.Run(async () =>
        {
            var held = await Desk(store).HoldAsync(practice.HourWithAnybody, APractice.At(10 + (client % 4)), Guid.NewGuid(), CancellationToken.None);
            return held is BookingOutcome.Done done ? await Desk(store).BookAsync(done.Appointment.Id, Ada, CancellationToken.None) : held;
        })));

        Assert.Equal(8, outcomes.OfType<BookingOutcome.Done>().Count());
        Assert.All(outcomes.OfType<BookingOutcome.Taken>(), taken => Assert.NotEmpty(taken.Nearest));
        Assert.Equal(92, outcomes.OfType<BookingOutcome.Taken>().Count());
        await using var db = store.Open();
        Assert.Equal(8, await db.Appointments.CountAsync(each => each.State == AppointmentState.Confirmed));
        Assert.Equal(0L, Convert.ToInt64(await store.ScalarAsync("""
            SELECT count(*) FROM appointments a JOIN appointments b ON a.id < b.id AND (a.therapist_id = b.therapist_id OR a.room_id = b.room_id)
            WHERE a.state = 'Confirmed' AND b.state = 'Confirmed' AND a.occupied_from_utc < b.occupied_to_utc AND b.occupied_from_utc < a.occupied_to_utc
            """)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Lengths_that_only_overlap_are_kept_apart_too(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var random = new Random(5);
        var wishes = Enumerable.Range(0, 120).Select(_ => (Wish: practice.Hour with { Minutes = random.Next(2) == 0 ? 60 : 90 }, Start: APractice.At(10) + Duration.FromMinutes(15 * random.Next(20)))).ToList();

        await Task.WhenAll(wishes.Select(wish => Task.Run(() => Desk(store).HoldAsync(wish.Wish, wish.Start, Guid.NewGuid(), CancellationToken.None))));

        await using var db = store.Open();
        var held = await db.Appointments.OrderBy(each => each.StartsAtUtc).ToListAsync();
        Assert.NotEmpty(held);
        Assert.All(held.Zip(held.Skip(1)), pair => Assert.True(pair.First.OccupiedToUtc <= pair.Second.OccupiedFromUtc));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_database_itself_refuses_an_overlap_and_a_removal(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var first = await HoldAsync(store, practice.Hour, APractice.At(10));
        var second = await HoldAsync(store, practice.Hour, APractice.At(12));

        await using (var db = store.Open())
        {
            var appointment = await db.Appointments.SingleAsync(each => each.Id == second.Id);
            appointment.OccupiedFromUtc = first.EndsAtUtc;
            var trouble = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.True(Conflict.IsOverlap(trouble));
        }

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.ScalarAsync("DELETE FROM appointments"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_hold_that_ran_out_frees_its_time_and_is_still_good_when_nobody_came(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var first = await HoldAsync(store, practice.Hour, APractice.At(10));
        var quiet = await HoldAsync(store, practice.Hour, APractice.At(14));
        Assert.IsType<BookingOutcome.Taken>(await Desk(store).HoldAsync(practice.Hour, APractice.At(10), Guid.NewGuid(), CancellationToken.None));

        _time.Move(TimeSpan.FromMinutes(11));
        var second = await HoldAsync(store, practice.Hour, APractice.At(10));

        Assert.IsType<BookingOutcome.Done>(await Desk(store).BookAsync(second.Id, Ada, CancellationToken.None));
        var late = Assert.IsType<BookingOutcome.Taken>(await Desk(store).BookAsync(first.Id, Ada, CancellationToken.None));
        Assert.Contains(APractice.At(11, 15), late.Nearest.Select(free => free.Start));
        Assert.IsType<BookingOutcome.Done>(await Desk(store).BookAsync(quiet.Id, Ada, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_form_sent_twice_holds_one_time_and_books_it_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, therapists: 3);
        var form = Guid.NewGuid();

        var held = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Desk(store).HoldAsync(practice.HourWithAnybody, APractice.At(10), form, CancellationToken.None))));
        var id = Assert.Single(held.Select(each => Assert.IsType<BookingOutcome.Done>(each).Appointment.Id).Distinct());
        var booked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Desk(store).BookAsync(id, Ada, CancellationToken.None))));

        Assert.Contains(booked, each => each is BookingOutcome.Done);
        Assert.All(booked, each => Assert.True(each is BookingOutcome.Done or BookingOutcome.Changed));
        await using var db = store.Open();
        Assert.Equal(1, await db.Appointments.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Limits_of_moving_and_cancelling_bind_the_client_and_not_the_practice(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => (service.MoveHours, service.CancelHours) = (24, 48));
        var person = await APerson.InAsync(store);
        var held = await HoldAsync(store, practice.Hour, APractice.At(24 + 10));
        await Desk(store).BookAsync(held.Id, Ada, CancellationToken.None);

        Assert.Equal(48, Assert.IsType<BookingOutcome.TooLate>(await Desk(store).CancelAsync(held.Id, null, CancellationToken.None)).Hours);
        Assert.IsType<BookingOutcome.Done>(await Desk(store).MoveAsync(held.Id, APractice.At(24 + 11), null, CancellationToken.None));
        _time.Move(TimeSpan.FromHours(4));
        Assert.Equal(24, Assert.IsType<BookingOutcome.TooLate>(await Desk(store).MoveAsync(held.Id, APractice.At(24 + 12), null, CancellationToken.None)).Hours);
        Assert.IsType<BookingOutcome.Done>(await Desk(store).MoveAsync(held.Id, APractice.At(24 + 12), person, CancellationToken.None));
        Assert.IsType<BookingOutcome.Done>(await Desk(store).CancelAsync(held.Id, person, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task An_appointment_is_not_in_its_own_way_when_it_moves_by_a_quarter_of_an_hour(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => service.MoveHours = 0);
        var held = await HoldAsync(store, practice.Hour with { AddOns = [practice.AddOn] }, APractice.At(10));
        await Desk(store).BookAsync(held.Id, Ada, CancellationToken.None);

        var moved = await DoneAsync(Desk(store).MoveAsync(held.Id, APractice.At(10, 15), null, CancellationToken.None));

        Assert.Equal((APractice.At(10, 15).ToDateTimeUtc(), TimeSpan.FromMinutes(75), 11_000), (moved.StartsAtUtc, moved.EndsAtUtc - moved.StartsAtUtc, moved.PriceCents));
    }

    [Theory]
    [InlineData(45, false, false)]
    [InlineData(60, true, false)]
    [InlineData(60, false, true)]
    public async Task What_is_not_on_offer_is_not_booked(int minutes, bool unknownAddOn, bool otherService)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var practice = await APractice.InAsync(store);
        var wish = new SessionWish(otherService ? ServiceId.New(TimeProvider.System) : practice.Service, minutes, unknownAddOn ? [AddOnId.New(TimeProvider.System)] : [], null);

        Assert.IsType<BookingOutcome.NotOffered>(await Desk(store).HoldAsync(wish, APractice.At(10), Guid.NewGuid(), CancellationToken.None));
    }

    [Theory]
    [InlineData(8, 30)]     // within the notice of an hour
    [InlineData(10, 7)]     // beside the grid
    [InlineData(16, 30)]    // would end after closing
    [InlineData(24 * 62, 0)] // beyond the window of sixty days
    public async Task A_time_that_is_not_offered_is_not_held_whatever_a_form_says(int hour, int minute)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var practice = await APractice.InAsync(store);

        Assert.IsType<BookingOutcome.Taken>(await Desk(store).HoldAsync(practice.Hour, APractice.At(hour, minute), Guid.NewGuid(), CancellationToken.None));
    }

    private async Task<Appointment> HoldAsync(TestStore store, SessionWish wish, Instant start) =>
        await DoneAsync(Desk(store).HoldAsync(wish, start, Guid.NewGuid(), CancellationToken.None));

    private static async Task<Appointment> DoneAsync(Task<BookingOutcome> outcome) => Assert.IsType<BookingOutcome.Done>(await outcome).Appointment;

    private BookingDesk Desk(TestStore store)
    {
        var db = store.Open();
        return new BookingDesk(db, new OfferBook(db), [], _time);
    }
}
