using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class HoursDeskTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static readonly BookingDetails Ada = new("Ada", "ada@example.com", "", "", "1", "en", null);

    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_week_is_replaced_as_a_whole_and_only_when_it_is_the_one_that_was_read(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store), await APerson.InAsync(store));
        var id = practice.Therapists[0];
        var read = await WeekAsync(store, id);
        var wanted = read with { Windows = [new(1, "9 am", "13:00", "", "", ""), new(1, "14:00", "24:00", "", "", "1"), new(2, "", "", "", "", ""), new(3, "10", "12", "2026-03-02", "2026-12-31", "2")] };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Desk(store).SaveWeekAsync(id, wanted, person, CancellationToken.None))));

        Assert.Single(outcomes.OfType<OfferOutcome.Saved>());
        Assert.Equal(3, outcomes.OfType<OfferOutcome.ChangedMeanwhile>().Count());
        await using var db = store.Open();
        var kept = await db.WorkingWindows.AsNoTracking().OrderBy(each => each.Day).ThenBy(each => each.StartMinute).ToListAsync();
        Assert.Equal(
            [(1, 540, 780, 1, DateOnly.MinValue, null), (1, 840, 1440, 1, DateOnly.MinValue, null), (3, 600, 720, 2, new DateOnly(2026, 3, 2), (DateOnly?)new DateOnly(2026, 12, 31))],
            kept.Select(each => (each.Day, each.StartMinute, each.EndMinute, each.EveryWeeks, each.ValidFrom, each.ValidTo)));
        Assert.Equal("7 windows before, 3 now", (await db.Audit.SingleAsync()).Note);

        // Saved again as it is, nothing happens.
        Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveWeekAsync(id, await WeekAsync(store, id), person, CancellationToken.None));
        Assert.Equal(1, await db.Audit.CountAsync());
        Assert.IsType<OfferOutcome.Gone>(await Desk(store).SaveWeekAsync(TherapistId.New(_time), read, person, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_wrong_with_a_week_is_named_by_its_row(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store), await APerson.InAsync(store));
        var read = await WeekAsync(store, practice.Therapists[0]);
        WindowDraft[] windows =
        [
            new(1, "9", "12", "", "", ""), new(1, "11:00", "13:00", "", "", ""), new(2, "12:00", "12:00", "", "", ""), new(2, "24:00", "25:00", "", "", ""), new(3, "9", "", "", "", ""),
            new(4, "9", "10", "", "", "9"), new(4, "11", "12", "", "", "2"), new(5, "9", "10", "2026-03-02", "2026-03-01", ""), new(5, "12", "13", "soon", "", ""), new(8, "9", "10", "", "", ""),
        ];

        var refused = Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveWeekAsync(practice.Therapists[0], read with { Windows = [.. windows] }, person, CancellationToken.None));

        Assert.Equal(
            ["Start-1", "End-2", "Start-3", "End-3", "End-4", "Every-5", "From-6", "To-7", "From-8", "Start-9"],
            refused.Problems.Select(problem => problem.Field));
        Assert.Equal(read.Fingerprint, (await WeekAsync(store, practice.Therapists[0])).Fingerprint);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_day_is_opened_differently_closed_and_given_back_to_the_week(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store), await APerson.InAsync(store));
        var id = practice.Therapists[0];
        Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveDayAsync(id, new DayDraft("2026-03-04", false, [("12", "14"), ("", ""), ("15:00", "24:00")], HoursDesk.FingerprintOf([])), person, CancellationToken.None));
        var known = HoursDesk.FingerprintOf((await Desk(store).ReadAsync(id, CancellationToken.None))!.Changes);

        Assert.IsType<OfferOutcome.ChangedMeanwhile>(await Desk(store).SaveDayAsync(id, new DayDraft("2026-03-05", true, [], HoursDesk.FingerprintOf([])), person, CancellationToken.None));
        Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveDayAsync(id, new DayDraft("2026-03-05", true, [], known), person, CancellationToken.None));
        var refused = await Desk(store).SaveDayAsync(id, new DayDraft("03/05/2026", false, [("9", "8")], known), person, CancellationToken.None);
        Assert.Equal(["Date", "DayEnd-0"], Assert.IsType<OfferOutcome.Refused>(refused).Problems.Select(problem => problem.Field));

        var hours = (await Desk(store).ReadAsync(id, CancellationToken.None))!;
        Assert.Equal(["09:00-17:00", "09:00-17:00", "12:00-14:00 15:00-24:00 Changed", " Changed"], Days(hours, new LocalDate(2026, 3, 2), 4));

        Assert.IsType<OfferOutcome.Saved>(await Desk(store).RemoveDayAsync(id, new DateOnly(2026, 3, 4), HoursDesk.FingerprintOf(hours.Changes), person, CancellationToken.None));
        Assert.Equal(["09:00-17:00", " Changed"], Days((await Desk(store).ReadAsync(id, CancellationToken.None))!, new LocalDate(2026, 3, 4), 2));
        await using var db = store.Open();
        Assert.Equal(["day.changed", "day.closed", "day.as-the-week"], await db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Days_off_are_for_one_or_for_all_and_booked_sessions_outside_are_named_and_stay(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store, therapists: 2), await APerson.InAsync(store));
        var booked = await BookAsync(store, practice, APractice.At(48 + 10));
        Assert.Empty(await Desk(store).OutsideAsync(null, null, Zone, CancellationToken.None));

        Assert.IsType<OfferOutcome.Saved>(await Closures(store).AddAsync(new ClosureDraft(practice.Therapists[1].ToString(), "2026-03-04", "2026-03-06", "Leave"), person, CancellationToken.None));
        Assert.Empty(await Desk(store).OutsideAsync(null, null, Zone, CancellationToken.None));
        var all = Assert.IsType<OfferOutcome.Saved>(await Closures(store).AddAsync(new ClosureDraft("", "2026-03-04", "", "Snow"), person, CancellationToken.None));
        Assert.Equal("First", Assert.IsType<OfferOutcome.Refused>(await Closures(store).AddAsync(new ClosureDraft("", "2026-03-04", "2026-03-04", ""), person, CancellationToken.None)).Problems.Single().Field);
        var wrong = await Closures(store).AddAsync(new ClosureDraft(Guid.NewGuid().ToString(), "2026-03-04", "2026-03-03", new string('x', 101)), person, CancellationToken.None);
        Assert.Equal(["Reason", "Therapist"], Assert.IsType<OfferOutcome.Refused>(wrong).Problems.Select(problem => problem.Field));
        var backwards = await Closures(store).AddAsync(new ClosureDraft("", "2026-03-04", "2026-03-03", ""), person, CancellationToken.None);
        Assert.Equal("Last", Assert.IsType<OfferOutcome.Refused>(backwards).Problems.Single().Field);

        Assert.Equal(booked.Id, Assert.Single(await Desk(store).OutsideAsync(practice.Therapists[0], null, Zone, CancellationToken.None)).Id);
        var hours = (await Desk(store).ReadAsync(practice.Therapists[0], CancellationToken.None))!;
        Assert.Equal(["09:00-17:00", " Snow", "09:00-17:00"], Days(hours, new LocalDate(2026, 3, 3), 3));
        Assert.True(await Closures(store).RemoveAsync(all.Id, person, CancellationToken.None));
        Assert.False(await Closures(store).RemoveAsync(all.Id, person, CancellationToken.None));

        // A week that is not saved yet can be asked, too.
        var shorter = Desk(store).Understand(practice.Therapists[0], new WeekDraft([new(3, "10:30", "17:00", "", "", "")], "")).Windows;
        Assert.Equal(booked.Id, Assert.Single(await Desk(store).OutsideAsync(practice.Therapists[0], shorter, Zone, CancellationToken.None)).Id);
        await using var db = store.Open();
        Assert.Equal(AppointmentState.Confirmed, (await db.Appointments.SingleAsync()).State);
        Assert.Equal(["closure.made", "closure.made", "closure.removed"], await db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Holidays_are_closed_when_they_are_ticked_and_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var person = await APerson.InAsync(store);
        string[] ticked = ["2026-07-04", "2026-07-03", "2027-12-24", "2026-01-01", "2026-08-01"];

        Assert.Equal(3, await Closures(store).AddHolidaysAsync(ticked, Zone, person, CancellationToken.None));
        Assert.Equal(0, await Closures(store).AddHolidaysAsync(ticked, Zone, person, CancellationToken.None));

        await using var db = store.Open();
        Assert.Equal(
            [(new DateOnly(2026, 7, 3), "Independence Day (observed)"), (new DateOnly(2026, 7, 4), "Independence Day"), (new DateOnly(2027, 12, 24), "Christmas Day (observed)")],
            (await db.Closures.OrderBy(each => each.FirstDay).ToListAsync()).Select(each => (each.FirstDay, each.Reason)));
    }

    [Theory]
    [InlineData("2026-03-08", "00:00-24:00")]
    [InlineData("2026-11-01", "00:00-24:00")]
    [InlineData("2026-11-02", "00:00-24:00")]
    public void A_day_that_is_open_all_round_is_so_when_the_clock_changes(string day, string expected)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var hours = new Hours([.. Enumerable.Range(1, 7).Select(number => new WorkingWindow { Id = Guid.NewGuid(), TherapistId = default, Day = number, StartMinute = 0, EndMinute = 1440, ValidFrom = DateOnly.MinValue, EveryWeeks = 1 })], [], []);
        Assert.Equal([expected], Days(hours, date, 1));
    }

    [Fact]
    public void Every_other_week_begins_with_the_week_of_its_first_day()
    {
        var hours = new Hours([new WorkingWindow { Id = Guid.NewGuid(), TherapistId = default, Day = 1, StartMinute = 600, EndMinute = 660, ValidFrom = new DateOnly(2026, 3, 4), ValidTo = new DateOnly(2026, 3, 29), EveryWeeks = 2 }], [], []);
        var mondays = Enumerable.Range(0, 6).Select(week => Days(hours, new LocalDate(2026, 3, 2).PlusWeeks(week), 1).Single());
        Assert.Equal(["", "", "10:00-11:00", "", "", ""], mondays);
    }

    [Fact]
    public void Mondays_windows_are_copied_to_the_other_weekdays_and_to_no_weekend()
    {
        var week = new WeekDraft([new(1, "9", "12", "", "", "1"), new(1, "13", "17", "", "", "1"), new(3, "8", "9", "", "", "1"), new(6, "10", "12", "", "", "1")], "known").WithMondayOnWeekdays();
        Assert.Equal("known", week.Fingerprint);
        Assert.Equal(["1 9", "1 13", "2 9", "2 13", "3 9", "3 13", "4 9", "4 13", "5 9", "5 13", "6 10"], week.Windows.OrderBy(window => window.Day).Select(window => $"{window.Day} {window.Start}"));
    }

    private static IEnumerable<string> Days(Hours hours, LocalDate first, int days) => OpeningPreview.Of(hours, Zone, first, days)
        .Select(day => $"{string.Join(' ', day.Open.Select(window => $"{ClockTimes.Write(window.Start)}-{ClockTimes.Write(window.End)}"))}{(day.Note.Length > 0 ? $" {day.Note}" : "")}");

    private HoursDesk Desk(TestStore store) => new(store.Open(), Later());

    private ClosureDesk Closures(TestStore store) => new(store.Open(), Later());

    /// <summary>What is done later has a later id.</summary>
    private SetTime Later()
    {
        _time.Move(TimeSpan.FromMilliseconds(1));
        return _time;
    }

    private async Task<WeekDraft> WeekAsync(TestStore store, TherapistId id) => WeekDraft.From((await Desk(store).ReadAsync(id, CancellationToken.None))!.Windows);

    private async Task<Appointment> BookAsync(TestStore store, APractice practice, Instant start)
    {
        var db = store.Open();
        var desk = new BookingDesk(db, new OfferBook(db), [], _time);
        var held = Assert.IsType<BookingOutcome.Done>(await desk.HoldAsync(practice.Hour, start, Guid.NewGuid(), CancellationToken.None));
        return Assert.IsType<BookingOutcome.Done>(await desk.BookAsync(held.Appointment.Id, Ada, CancellationToken.None)).Appointment;
    }
}
