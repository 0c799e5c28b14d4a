using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Waiting;

public sealed class WaitingRunTests
{
    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_time_that_is_given_back_goes_to_one_after_the_other_for_two_hours_each(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        var taken = await waiters.BookAsync(10);
        var (ada, ben, cleo) = (await waiters.JoinAsync("Ada"), await waiters.JoinAsync("Ben"), await waiters.JoinAsync("Cleo"));
        Assert.Equal(0, await waiters.RunAsync());

        await waiters.CancelAsync(taken);
        Assert.Equal(1, await waiters.RunAsync());
        Assert.Equal(0, await waiters.RunAsync());
        var hold = await waiters.HoldOfAsync(ada);
        Assert.Equal((AppointmentState.Held, _time.GetUtcNow().UtcDateTime.AddHours(2), APractice.At(58).ToDateTimeUtc()), (hold.State, hold.HoldEndsAtUtc, hold.StartsAtUtc));
        Assert.Equal(["ada@example.com"], (await waiters.OffersAsync()).Select(mail => mail.To));

        _time.Move(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await waiters.RunAsync());
        _time.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await waiters.RunAsync());
        Assert.Equal((WaitingState.Waiting, WaitingState.Offered, WaitingState.Waiting), (await StateAsync(waiters, ada), await StateAsync(waiters, ben), await StateAsync(waiters, cleo)));

        var second = await waiters.HoldOfAsync(ben);
        Assert.IsType<BookingOutcome.Done>(await waiters.BookHoldAsync(second.Id));
        Assert.Equal(0, await waiters.RunAsync());

        var booked = await waiters.EntryAsync(ben);
        Assert.Equal((WaitingState.Booked, ""), (booked.State, booked.Name));
        var offers = await waiters.OffersAsync();
        Assert.Equal(["ada@example.com", "ben@example.com"], offers.Select(mail => mail.To));
        Assert.Equal("A free time for you: Wednesday, March 4, 2026", offers[1].Subject);
        Assert.Contains($"https://unknot.example/en/hold-{second.Id}", offers[1].Text, StringComparison.Ordinal);
        Assert.Contains($"https://unknot.example/en/place-{ben}", offers[1].Text, StringComparison.Ordinal);
        Assert.Contains("until Monday, March 2, 2026, 12:00 pm EST", offers[1].Text, StringComparison.Ordinal);
        Assert.Contains("Price: $90.00", offers[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_somebody_let_pass_is_not_offered_to_them_again_nor_a_time_that_touches_it(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        var ada = await waiters.JoinAsync(waiters.Draft("Ada") with { LatestMinute = 11 * 60 });
        Assert.Equal(1, await waiters.RunAsync());
        Assert.Equal(APractice.At(58).ToDateTimeUtc(), (await waiters.HoldOfAsync(ada)).StartsAtUtc);

        // 10:15 to 10:45 would be free too; 11:00 is the next that does not touch the hour from 10.
        _time.Move(TimeSpan.FromHours(2));
        Assert.Equal(1, await waiters.RunAsync());
        Assert.Equal(APractice.At(59).ToDateTimeUtc(), (await waiters.HoldOfAsync(ada)).StartsAtUtc);
        _time.Move(TimeSpan.FromHours(2));
        Assert.Equal(0, await waiters.RunAsync());
        Assert.Equal(WaitingState.Waiting, await StateAsync(waiters, ada));
        Assert.Equal(2, (await waiters.OffersAsync()).Count);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Somebody_gets_three_offers_in_a_day_at_most(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        await waiters.JoinAsync(waiters.Draft("Ada") with { EarliestMinute = 0, LatestMinute = 1439, LastDay = new DateOnly(2026, 3, 20) });
        var counts = new List<int>();
        for (var hour = 0; hour < 26; hour += 2)
        {
            counts.Add(await waiters.RunAsync());
            _time.Move(TimeSpan.FromHours(2));
        }

        Assert.Equal([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], counts);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Nodes_at_once_offer_each_time_to_one_person_and_each_person_one_time(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store, therapists: 2), _time);
        var ids = new List<WaitingId>();
        foreach (var name in new[] { "Ada", "Ben", "Cleo", "Dev", "Eli" })
        {
            ids.Add(await waiters.JoinAsync(name));
        }

        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(waiters.RunAsync)));
        }

        // Two therapists, one hour each: the first two.
        await using var db = store.Open();
        Assert.Equal(ids[..2], (await db.WaitingList.Where(entry => entry.State == WaitingState.Offered).OrderBy(entry => entry.CreatedAtUtc).ToListAsync()).ConvertAll(entry => entry.Id));
        Assert.Equal(["ada@example.com", "ben@example.com"], (await waiters.OffersAsync()).Select(mail => mail.To).Order(StringComparer.Ordinal));
        var held = await db.Appointments.Where(each => each.State == AppointmentState.Held).ToListAsync();
        Assert.Equal(2, held.Count);
        Assert.Equal(2, held.Select(each => each.TherapistId).Distinct().Count());
        Assert.Equal(held.Select(each => each.Id).ToHashSet(), (await db.WaitingList.Where(entry => entry.OfferedId != null).ToListAsync()).ConvertAll(entry => entry.OfferedId!.Value).ToHashSet());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_node_that_died_between_the_hold_and_the_mail_leaves_nobody_waiting_for_ever(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        var ada = await waiters.JoinAsync("Ada");
        await waiters.RunAsync();
        await using (var db = store.Open())
        {
            // As it was before the offer was noted.
            await db.WaitingList.ExecuteUpdateAsync(change => change.SetProperty(entry => entry.State, WaitingState.Waiting).SetProperty(entry => entry.OfferedId, (AppointmentId?)null).SetProperty(entry => entry.Version, 1));
            await db.Outbox.ExecuteDeleteAsync();
        }

        Assert.Equal(1, await waiters.RunAsync());
        Assert.Equal(WaitingState.Offered, await StateAsync(waiters, ada));
        Assert.Single(await waiters.OffersAsync());
        Assert.Equal(AppointmentState.Held, (await waiters.HoldOfAsync(ada)).State);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Days_hours_length_and_therapist_are_as_they_were_asked(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, therapists: 2);
        var waiters = new Waiters(store, practice, _time);
        var draft = waiters.Draft("Ada") with { FirstDay = new DateOnly(2026, 3, 3), LastDay = new DateOnly(2026, 3, 20) };
        var friday = await waiters.JoinAsync(draft with { Days = 1 << 4, EarliestMinute = (14 * 60) + 5, LatestMinute = 24 * 60 - 1, Minutes = 90, Therapist = practice.Therapists[1] });
        var late = await waiters.JoinAsync(draft with { EarliestMinute = (16 * 60) + 1, LatestMinute = 24 * 60 - 1 });

        Assert.Equal(1, await waiters.RunAsync());

        var hold = await waiters.HoldOfAsync(friday);
        Assert.Equal((APractice.At((4 * 24) + 14, 15).ToDateTimeUtc(), practice.Therapists[1], TimeSpan.FromMinutes(90), 13_000), (hold.StartsAtUtc, hold.TherapistId, hold.EndsAtUtc - hold.StartsAtUtc, hold.PriceCents));
        Assert.Equal(WaitingState.Waiting, await StateAsync(waiters, late));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_within_the_notice_or_begins_before_an_offer_would_end_is_not_offered(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store, change: service => service.NoticeMinutes = 0), _time);
        var today = waiters.Draft("Ada") with { FirstDay = new DateOnly(2026, 3, 2), LastDay = new DateOnly(2026, 3, 2), EarliestMinute = 0, LatestMinute = 1439 };
        var ada = await waiters.JoinAsync(today);
        Assert.Equal(1, await waiters.RunAsync());
        Assert.Equal(APractice.At(10, 15).ToDateTimeUtc(), (await waiters.HoldOfAsync(ada)).StartsAtUtc);

        await using (var db = store.Open())
        {
            await db.Services.ExecuteUpdateAsync(change => change.SetProperty(service => service.NoticeMinutes, 600));
        }

        await waiters.JoinAsync(today with { Name = "Ben", Email = "ben@example.com" });
        Assert.Equal(0, await waiters.RunAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task When_the_last_day_is_past_it_is_over_and_forgotten_and_nothing_is_offered_while_booking_is_closed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        await using var db = store.Open();
        var settings = BookingSettings.ProductDefault();
        settings.IsOpen = false;
        var ada = await waiters.JoinAsync("Ada");
        db.BookingSettings.Add(settings);
        await db.SaveChangesAsync();
        Assert.Equal(0, await waiters.RunAsync());

        // Midnight after the fourth in New York.
        _time.Move(new DateTime(2026, 3, 5, 4, 59, 0, DateTimeKind.Utc) - _time.GetUtcNow().UtcDateTime);
        await waiters.RunAsync();
        Assert.Equal(WaitingState.Waiting, await StateAsync(waiters, ada));
        _time.Move(TimeSpan.FromMinutes(1));
        await waiters.RunAsync();
        var over = await waiters.EntryAsync(ada);
        Assert.Equal((WaitingState.Over, "", ""), (over.State, over.Name, over.Email));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task An_offer_that_ran_out_and_is_booked_all_the_same_ends_the_waiting(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        var ada = await waiters.JoinAsync("Ada");
        await waiters.RunAsync();
        var hold = await waiters.HoldOfAsync(ada);
        _time.Move(TimeSpan.FromHours(3));
        await waiters.RunAsync();
        Assert.Equal(WaitingState.Waiting, await StateAsync(waiters, ada));

        Assert.IsType<BookingOutcome.Done>(await waiters.BookHoldAsync(hold.Id));
        await waiters.RunAsync();

        Assert.Equal(WaitingState.Booked, await StateAsync(waiters, ada));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task At_most_ten_times_are_held_for_the_list_at_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        for (var person = 0; person < 12; person++)
        {
            await waiters.JoinAsync(waiters.Draft($"P{person}") with { EarliestMinute = 0, LatestMinute = 1439, LastDay = new DateOnly(2026, 3, 20) });
        }

        Assert.Equal(10, await waiters.RunAsync());
        Assert.Equal(0, await waiters.RunAsync());
        await using var db = store.Open();
        Assert.Equal(10, await db.Appointments.CountAsync(each => each.State == AppointmentState.Held));
    }

    private static async Task<WaitingState> StateAsync(Waiters waiters, WaitingId id) => (await waiters.EntryAsync(id)).State;
}
