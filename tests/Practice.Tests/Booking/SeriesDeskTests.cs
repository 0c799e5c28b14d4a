using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class SeriesDeskTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static readonly HostClient Ada = new(null, new BookingDetails("Ada", "ada@example.com", "", "", "", "en", null));

    /// <summary>Tuesdays from 3 February 2026; clocks change on 8 March.</summary>
    private static readonly LocalDateTime First = new(2026, 2, 3, 10, 0);

    private readonly SetTime _time = new(new DateTime(2026, 2, 1, 15, 0, 0, DateTimeKind.Utc));

    private readonly RecordedNews _news = new();

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Twelve_weeks_across_a_change_of_the_clocks_keep_their_wall_time_and_show_two_closures(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        await CloseAsync(store, [new(2026, 2, 17), new(2026, 3, 24)]);

        var plan = await Desk(store).PlanAsync(new SeriesWish(practice.Hour, First, 1, 12), CancellationToken.None);

        Assert.Equal(12, plan!.Dates.Count);
        Assert.Equal(Enumerable.Range(0, 12).Select(week => First.PlusWeeks(week)), plan.Dates.Select(date => date.Start.InZone(NewYork).LocalDateTime));
        Assert.Equal([15, 14], new[] { plan.Dates[0], plan.Dates[11] }.Select(date => date.Start.ToDateTimeUtc().Hour));
        Assert.Equal([3, 8], plan.Dates.Where(date => date.Trouble is SeriesTrouble.Closed).Select(date => date.Number));
        Assert.Equal(10, plan.Dates.Count(date => date.Trouble is SeriesTrouble.None));

        // The last of the day before is nearer than the first of the day after.
        Assert.Equal(new LocalDateTime(2026, 2, 16, 16, 0), plan.Dates[2].Nearest[0].InZone(NewYork).LocalDateTime);
        await using var db = store.Open();
        Assert.Equal(0, await db.Appointments.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_was_chosen_is_booked_together_and_what_is_still_to_come_is_cancelled_together(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, rooms: 1);
        var owner = await OwnerAsync(store);
        await CloseAsync(store, [new(2026, 2, 17)]);
        var wish = new SeriesWish(practice.Hour, First, 2, 4);
        var plan = (await Desk(store).PlanAsync(wish, CancellationToken.None))!;
        SeriesChoice[] chosen = [.. plan.Dates.Where(date => date.Number != 4).Select(date => new SeriesChoice(date.Number, date.Trouble is SeriesTrouble.None ? date.Start : date.Nearest[0]))];
        var key = Guid.NewGuid();

        var booked = Assert.IsType<SeriesOutcome.Done>(await BookAsync(store, owner, wish, chosen, key));
        var again = Assert.IsType<SeriesOutcome.Done>(await BookAsync(store, owner, wish, chosen, key));

        Assert.Equal(3, booked.Appointments.Count);
        Assert.Equal(booked.Appointments.Select(each => each.Id), again.Appointments.Select(each => each.Id));
        Assert.All(booked.Appointments, each => Assert.Equal((key, AppointmentState.Confirmed, 9_000, practice.Rooms[0]), (each.SeriesId, each.State, each.PriceCents, each.RoomId)));
        Assert.Single(booked.Appointments.Select(each => each.ClientId).Distinct());
        Assert.Equal(3, _news.Heard.Count);

        _time.Move(TimeSpan.FromDays(3));
        Assert.Equal(2, await Desk(store).CancelRestAsync(owner, key, "Moved away", true, CancellationToken.None));
        await using var db = store.Open();
        Assert.Equal(["Confirmed", "Cancelled", "Cancelled"], (await db.Appointments.OrderBy(each => each.StartsAtUtc).Select(each => each.State).ToListAsync()).Select(state => state.ToString()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task When_somebody_takes_one_date_between_preview_and_yes_nothing_is_written(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        var wish = new SeriesWish(practice.Hour, First, 1, 6);
        var plan = (await Desk(store).PlanAsync(wish, CancellationToken.None))!;
        var other = Assert.IsType<HostOutcome.Done>(await HostDesks.Of(store, _time, _news).Host.BookAsync(
            owner, new HostBooking(practice.Hour, plan.Dates[3].Start + Duration.FromMinutes(30), null, Ada, false, false), Guid.NewGuid(), CancellationToken.None));

        var lost = Assert.IsType<SeriesOutcome.Lost>(await BookAsync(store, owner, wish, [.. plan.Dates.Select(date => new SeriesChoice(date.Number, date.Start))], Guid.NewGuid()));

        Assert.Equal([4], lost.Numbers);
        Assert.Equal(SeriesTrouble.Taken, lost.Plan.Dates[3].Trouble);
        Assert.NotEmpty(lost.Plan.Dates[3].Nearest);
        await using var db = store.Open();
        Assert.Equal(other.Appointment.Id, (await db.Appointments.SingleAsync()).Id);
    }

    /// <summary>The check beforehand sees nothing in the way: only the constraint can refuse, and takes back the whole transaction.</summary>
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Two_series_that_meet_are_not_mixed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        var wish = new SeriesWish(practice.Hour, First, 1, 8);
        var plan = (await Desk(store).PlanAsync(wish, CancellationToken.None))!;
        SeriesChoice[] all = [.. plan.Dates.Select(date => new SeriesChoice(date.Number, date.Start))];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => BookAsync(store, owner, wish, all, Guid.NewGuid()))));

        Assert.Single(outcomes.OfType<SeriesOutcome.Done>());
        Assert.All(outcomes.OfType<SeriesOutcome.Lost>(), lost => Assert.NotEmpty(lost.Numbers));
        Assert.Equal(3, outcomes.OfType<SeriesOutcome.Lost>().Count());
        await using var db = store.Open();
        Assert.Equal(8, await db.Appointments.CountAsync());
        Assert.Single(await db.Appointments.Select(each => each.SeriesId).Distinct().ToListAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Two_choices_that_cross_each_other_are_told(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        var wish = new SeriesWish(practice.Hour, First, 1, 3);
        var plan = (await Desk(store).PlanAsync(wish, CancellationToken.None))!;

        var lost = Assert.IsType<SeriesOutcome.Lost>(await BookAsync(
            store, owner, wish, [new(1, plan.Dates[0].Start), new(2, plan.Dates[0].Start + Duration.FromMinutes(30)), new(3, plan.Dates[2].Start)], Guid.NewGuid()));

        Assert.Equal([1, 2], lost.Numbers);
        await using var db = store.Open();
        Assert.Equal(0, await db.Appointments.CountAsync());
    }

    private static async Task<PracticeHost> OwnerAsync(TestStore store) => new(await APerson.InAsync(store), IsOwner: true);

    private static async Task CloseAsync(TestStore store, IReadOnlyList<DateOnly> days)
    {
        await using var db = store.Open();
        db.Closures.AddRange(days.Select(day => new Closure { Id = Guid.CreateVersion7(), FirstDay = day, LastDay = day, Reason = "" }));
        await db.SaveChangesAsync();
    }

    private SeriesDesk Desk(TestStore store) => HostDesks.Of(store, _time, _news).Series;

    private Task<SeriesOutcome> BookAsync(TestStore store, PracticeHost owner, SeriesWish wish, IReadOnlyList<SeriesChoice> chosen, Guid key) =>
        Desk(store).BookAsync(owner, wish, chosen, Ada, tellClient: true, key, CancellationToken.None);
}
