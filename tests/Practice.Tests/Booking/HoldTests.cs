using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class HoldTests
{
    private static readonly BookingDetails Ada = new("Ada", "ada@example.com", "", "", "1", "en", null);

    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_hold_is_kept_ten_minutes_longer_exactly_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var held = await DoneAsync(Desk(store).HoldAsync(practice.Hour, APractice.At(10), Guid.NewGuid(), CancellationToken.None));
        _time.Move(TimeSpan.FromMinutes(9));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Desk(store).ExtendAsync(held.Id, CancellationToken.None))));

        var longer = Assert.Single(outcomes.OfType<BookingOutcome.Done>()).Appointment;
        Assert.Equal(APractice.Start.AddMinutes(20), longer.HoldEndsAtUtc);
        Assert.Equal(4, outcomes.OfType<BookingOutcome.Changed>().Count());
        _time.Move(TimeSpan.FromMinutes(10));
        Assert.IsType<BookingOutcome.Taken>(await Desk(store).HoldAsync(practice.Hour, APractice.At(10), Guid.NewGuid(), CancellationToken.None));
        _time.Move(TimeSpan.FromMinutes(2));
        Assert.IsType<BookingOutcome.Changed>(await Desk(store).ExtendAsync(held.Id, CancellationToken.None));
        Assert.IsType<BookingOutcome.Done>(await Desk(store).HoldAsync(practice.Hour, APractice.At(10), Guid.NewGuid(), CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_given_back_is_free_at_once_and_the_same_form_can_hold_it_again(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var form = Guid.NewGuid();
        var held = await DoneAsync(Desk(store).HoldAsync(practice.Hour, APractice.At(10), form, CancellationToken.None));

        await Desk(store).ReleaseAsync(held.Id, CancellationToken.None);
        var other = await DoneAsync(Desk(store).HoldAsync(practice.Hour, APractice.At(10), Guid.NewGuid(), CancellationToken.None));
        Assert.IsType<BookingOutcome.Taken>(await Desk(store).HoldAsync(practice.Hour, APractice.At(10), form, CancellationToken.None));
        await Desk(store).ReleaseAsync(other.Id, CancellationToken.None);
        var again = await DoneAsync(Desk(store).HoldAsync(practice.Hour, APractice.At(10), form, CancellationToken.None));

        Assert.Equal((held.Id, AppointmentState.Held), (again.Id, again.State));
        Assert.IsType<BookingOutcome.Done>(await Desk(store).BookAsync(again.Id, Ada, CancellationToken.None));
        await Desk(store).ReleaseAsync(again.Id, CancellationToken.None);
        await using var db = store.Open();
        Assert.Equal(AppointmentState.Confirmed, (await db.Appointments.SingleAsync(each => each.Id == held.Id)).State);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_lost_a_time_holds_another_with_the_same_length_and_price(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, therapists: 2);
        var lost = await DoneAsync(Desk(store).HoldAsync(practice.Hour with { AddOns = [practice.AddOn] }, APractice.At(10), Guid.NewGuid(), CancellationToken.None));
        _time.Move(TimeSpan.FromMinutes(11));
        await DoneAsync(Desk(store).HoldAsync(practice.Hour, APractice.At(10), Guid.NewGuid(), CancellationToken.None));
        Assert.IsType<BookingOutcome.Taken>(await Desk(store).BookAsync(lost.Id, Ada, CancellationToken.None));

        Assert.IsType<BookingOutcome.Taken>(await Desk(store).HoldInsteadAsync(lost.Id, APractice.At(10), withAnybody: false, CancellationToken.None));
        var other = await DoneAsync(Desk(store).HoldInsteadAsync(lost.Id, APractice.At(10), withAnybody: true, CancellationToken.None));
        Assert.Equal((practice.Therapists[1], 11_000, TimeSpan.FromMinutes(75)), (other.TherapistId, other.PriceCents, other.EndsAtUtc - other.StartsAtUtc));
        var later = await DoneAsync(Desk(store).HoldInsteadAsync(lost.Id, APractice.At(14), withAnybody: false, CancellationToken.None));
        Assert.Equal((lost.Id, APractice.At(14).ToDateTimeUtc()), (later.Id, later.StartsAtUtc));
        Assert.IsType<BookingOutcome.Done>(await Desk(store).BookAsync(lost.Id, Ada, CancellationToken.None));
        Assert.IsType<BookingOutcome.Changed>(await Desk(store).HoldInsteadAsync(lost.Id, APractice.At(15), withAnybody: false, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_form_sent_five_times_at_once_books_once_and_each_hears_of_it(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var held = await DoneAsync(Desk(store).HoldAsync(practice.Hour, APractice.At(10), Guid.NewGuid(), CancellationToken.None));

        var booked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Desk(store).BookAsync(held.Id, Ada, CancellationToken.None))));

        Assert.All(booked, each => Assert.IsType<BookingOutcome.Done>(each));
        await using var db = store.Open();
        Assert.Equal(1, await db.AppointmentEvents.CountAsync(happened => happened.What == "booked"));
        Assert.Equal(1, await db.Clients.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_move_to_where_it_is_changes_nothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => service.MoveHours = 0);
        var held = await DoneAsync(Desk(store).HoldAsync(practice.Hour, APractice.At(10), Guid.NewGuid(), CancellationToken.None));
        await Desk(store).BookAsync(held.Id, Ada, CancellationToken.None);
        await DoneAsync(Desk(store).MoveAsync(held.Id, APractice.At(14), null, CancellationToken.None));

        var again = await DoneAsync(Desk(store).MoveAsync(held.Id, APractice.At(14), null, CancellationToken.None));

        Assert.Equal(1, again.Sequence);
        await using var db = store.Open();
        Assert.Equal(1, await db.AppointmentEvents.CountAsync(happened => happened.What == "moved"));
    }

    [Fact]
    public async Task A_day_says_whether_anybody_works_and_why_not()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var practice = await APractice.InAsync(store);
        await using var db = store.Open();
        db.Closures.Add(new Closure { Id = Guid.NewGuid(), FirstDay = new DateOnly(2026, 3, 4), LastDay = new DateOnly(2026, 3, 5), Reason = "Inventory" });
        db.DayChanges.Add(new DayChange { Id = Guid.NewGuid(), TherapistId = practice.Therapists[0], Date = new DateOnly(2026, 3, 6) });
        await db.SaveChangesAsync();

        var offer = await new OfferBook(db).ReadAsync(practice.Hour, APractice.At(8), APractice.At(8), APractice.At(200), null, CancellationToken.None);

        Assert.Equal(
            [(3, true, ""), (4, false, "Inventory"), (5, false, "Inventory"), (6, false, ""), (7, true, "")],
            Enumerable.Range(3, 5).Select(day => new LocalDate(2026, 3, day)).Select(date => (date.Day, offer!.IsOpenOn(date), offer.ClosureOn(date))));
        Assert.Equal(new LocalDate(2026, 5, 1), offer!.LastDay(APractice.At(8)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_button_clicked_five_times_at_once_holds_one_time_and_each_click_hears_of_it(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var form = Guid.NewGuid();

        var held = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Desk(store).HoldAsync(practice.Hour, APractice.At(10), form, CancellationToken.None))));

        Assert.Single(held.Select(each => Assert.IsType<BookingOutcome.Done>(each).Appointment.Id).Distinct());
    }

    private static async Task<Appointment> DoneAsync(Task<BookingOutcome> outcome) => Assert.IsType<BookingOutcome.Done>(await outcome).Appointment;

    private BookingDesk Desk(TestStore store)
    {
        var db = store.Open();
        return new BookingDesk(db, new OfferBook(db), [], _time);
    }
}
