using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Unknot.Practice.Booking;
using Unknot.Practice.Booking.News;
using Unknot.Practice.Mail;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Tests.Booking;

public sealed class ReminderTests
{
    private static readonly BookingDetails Ada = new("Ada", "ada@example.com", "", "", "1", "en", null);

    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_day_before_one_reminder_is_written_and_no_second(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        await BookAsync(store, practice, 58);
        _time.Move(TimeSpan.FromHours(26) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await RunAsync(store));

        _time.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await RunAsync(store));
        Assert.Equal(0, await RunAsync(store));

        var mail = Assert.Single(await RemindersAsync(store));
        Assert.Equal("Reminder: Wednesday, March 4, 2026", mail.Subject);
        Assert.Contains("10:00 am to 11:00 am EST", mail.Text, StringComparison.Ordinal);
        Assert.Null(mail.Calendar);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Several_nodes_at_once_write_one_reminder_for_each_session(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        for (var day = 0; day < 5; day++)
        {
            await BookAsync(store, practice, 58 + (24 * day));
        }

        _time.Move(TimeSpan.FromHours(26));
        foreach (var expected in new[] { 1, 2, 3, 4, 5 })
        {
            var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(store))));
            Assert.Equal(1, written.Sum());
            Assert.Equal(expected, (await RemindersAsync(store)).Count);
            _time.Move(TimeSpan.FromHours(24));
        }
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_cancelled_is_not_spoken_of_even_when_its_reminder_was_due_already(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => service.CancelHours = 0);
        var id = await BookAsync(store, practice, 58);
        var other = await BookAsync(store, practice, 60);
        _time.Move(TimeSpan.FromHours(30));
        await using (var db = store.Open())
        {
            Assert.IsType<BookingOutcome.Done>(await Desk(db).CancelAsync(id, null, CancellationToken.None));

            // As if it had been cancelled by something that knows nothing of reminders.
            await db.Appointments.Where(each => each.Id == other).ExecuteUpdateAsync(change => change.SetProperty(each => each.State, AppointmentState.Cancelled));
        }

        Assert.Equal(0, await RunAsync(store));

        Assert.Empty(await RemindersAsync(store));
        await using var after = store.Open();
        Assert.All(await after.Appointments.ToListAsync(), each => Assert.Null(each.RemindAtUtc));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_moved_is_spoken_of_at_its_new_time_only_and_once_for_each_time(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => service.MoveHours = 0);
        var id = await BookAsync(store, practice, 58);
        await MoveAsync(store, id, 82);
        _time.Move(TimeSpan.FromHours(30));
        Assert.Equal(0, await RunAsync(store));
        _time.Move(TimeSpan.FromHours(20));
        Assert.Equal(1, await RunAsync(store));
        Assert.Equal("Reminder: Thursday, March 5, 2026", Assert.Single(await RemindersAsync(store)).Subject);

        // Away and back to the time that was spoken of: it is not spoken of again, and the run does not stumble.
        await MoveAsync(store, id, 24 * 6 + 10);
        await MoveAsync(store, id, 82);
        await using (var db = store.Open())
        {
            var now = _time.GetUtcNow().UtcDateTime;
            await db.Appointments.ExecuteUpdateAsync(change => change.SetProperty(each => each.RemindAtUtc, (DateTime?)now));
        }

        Assert.Equal(0, await RunAsync(store));
        Assert.Single(await RemindersAsync(store));
        await using var after = store.Open();
        Assert.Null((await after.Appointments.SingleAsync()).RemindAtUtc);
    }

    [Theory]
    [InlineData(0, 58, null)]     // none wanted
    [InlineData(24, 10, null)]    // the day before is past
    [InlineData(24, 33, null)]    // 9:00 tomorrow: in an hour
    [InlineData(24, 34, 10)]      // 10:00 tomorrow: in two hours
    [InlineData(48, 58, 10)]
    [InlineData(1, 10, null)]
    [InlineData(1, 12, 11)]
    public async Task Who_has_just_booked_needs_no_reminder(int hours, int session, int? due)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var practice = await APractice.InAsync(store);
        await using (var db = store.Open())
        {
            var settings = BookingSettings.ProductDefault();
            settings.ReminderHours = hours;
            db.BookingSettings.Add(settings);
            await db.SaveChangesAsync();
        }

        await BookAsync(store, practice, session);

        await using var after = store.Open();
        Assert.Equal(due is { } hour ? APractice.At(hour).ToDateTimeUtc() : null, (await after.Appointments.SingleAsync()).RemindAtUtc);
    }

    [Fact]
    public async Task After_a_long_pause_nobody_is_reminded_of_what_is_past()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var practice = await APractice.InAsync(store);
        await BookAsync(store, practice, 58);
        _time.Move(TimeSpan.FromDays(9));

        Assert.Equal(0, await RunAsync(store));

        Assert.Empty(await RemindersAsync(store));
    }

    private async Task<AppointmentId> BookAsync(TestStore store, APractice practice, int hour)
    {
        await using var db = store.Open();
        var held = Assert.IsType<BookingOutcome.Done>(await Desk(db).HoldAsync(practice.Hour, APractice.At(hour), Guid.NewGuid(), CancellationToken.None)).Appointment;
        return Assert.IsType<BookingOutcome.Done>(await Desk(db).BookAsync(held.Id, Ada, CancellationToken.None)).Appointment.Id;
    }

    private async Task MoveAsync(TestStore store, AppointmentId id, int hour)
    {
        await using var db = store.Open();
        Assert.IsType<BookingOutcome.Done>(await Desk(db).MoveAsync(id, APractice.At(hour), null, CancellationToken.None));
    }

    private Task<int> RunAsync(TestStore store) =>
        new ReminderRun(new OwnContexts(store), new AppointmentMail(SomeLinks.Links, _time), _time, NullLogger<ReminderRun>.Instance).RunAsync(CancellationToken.None);

    private BookingDesk Desk(PracticeDb db) => new(db, new OfferBook(db), [new ReminderPlan(_time)], _time);

    private static async Task<List<OutboxMessage>> RemindersAsync(TestStore store)
    {
        await using var db = store.Open();
        return await db.Outbox.Where(mail => mail.Kind == "reminder").ToListAsync();
    }
}
