using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Booking.News;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Shared;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Tests.Booking;

public sealed class AppointmentMailTests
{
    private static readonly BookingDetails Ada = new("Ada Sample", "ada@example.com", "212-555-0134", "Left shoulder hurts.", "1", "en", "{\"secretmap\":1}");

    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Booked_moved_twice_and_cancelled_each_write_to_the_client_with_a_calendar_and_to_the_practice_without_health(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => (service.MoveHours, service.CancelHours) = (12, 24));
        await DescribeAsync(store);

        var id = await BookAsync(store, practice, Ada, 58);
        await DoAsync(desk => desk.MoveAsync(id, APractice.At(82), null, CancellationToken.None), store);
        await DoAsync(desk => desk.MoveAsync(id, APractice.At(60), null, CancellationToken.None), store);
        await DoAsync(desk => desk.CancelAsync(id, null, CancellationToken.None), store);

        var client = await ToAsync(store, "ada@example.com");
        Assert.Equal(["Booked: Wednesday, March 4, 2026", "Moved to Thursday, March 5, 2026", "Moved to Wednesday, March 4, 2026", "Cancelled: Wednesday, March 4, 2026"], client.Select(mail => mail.Subject));
        Assert.Equal(["REQUEST", "REQUEST", "REQUEST", "CANCEL"], client.Select(mail => CalendarFile.MethodOf(mail.Calendar!)));
        Assert.Equal(["0", "1", "2", "3"], client.Select(mail => LineOf(mail, "SEQUENCE:")));
        Assert.Equal($"{id}@unknot", Assert.Single(client.Select(mail => LineOf(mail, "UID:")).Distinct()));
        Assert.Equal("20260304T150000Z", LineOf(client[0], "DTSTART:"));
        Assert.Contains("ATTENDEE;CN=\"Ada Sample\";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:ada@example.com", client[0].Calendar!.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(
            $"""
            Hello Ada Sample,

            Your session is booked.

            Wednesday, March 4, 2026
            10:00 am to 11:00 am EST (America/New_York)
            Therapeutic massage, 60 minutes, with Therapist 1
            1 Example Street, Springfield, IL 00000
            Price: $90.00

            You can move it until Tuesday, March 3, 2026, 10:00 pm EST, and cancel it until Tuesday, March 3, 2026, 10:00 am EST.

            Who comes too late pays half.

            See, move or cancel it here:
            https://unknot.example/en/session-{id}
            This link is for you alone: whoever has it can do the same.

            Quiet Hands
            555-555-0100

            """.ReplaceLineEndings("\n"),
            client[0].Text);
        Assert.Contains("It was on Wednesday, March 4, 2026, 10:00 am EST.", client[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", client[3].Text, StringComparison.Ordinal);

        var told = await ToAsync(store, Outbox.ThePractice);
        Assert.Equal(["A session was booked", "A session was moved by its client", "A session was moved by its client", "A session was cancelled by its client"], told.Select(mail => mail.Subject));
        Assert.All(told, mail =>
        {
            Assert.Null(mail.Calendar);
            Assert.Contains("https://unknot.example/console/calendar", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ada", mail.Text, StringComparison.Ordinal);
        });
        Assert.All(client.Concat(told), mail =>
        {
            var all = mail.Subject + mail.Text + mail.Calendar;
            Assert.DoesNotContain("shoulder", all, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("secretmap", all, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("massage", mail.Subject + mail.Calendar, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_speaks_Spanish_is_written_to_in_Spanish(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        await DescribeAsync(store);

        var id = await BookAsync(store, practice, Ada with { Language = "es" }, 58);

        var mail = Assert.Single(await ToAsync(store, "ada@example.com"));
        Assert.Equal("Reservada: miércoles, 4 de marzo de 2026", mail.Subject);
        Assert.Contains("\nmiércoles, 4 de marzo de 2026\nde 10:00 a 11:00 EST (America/New_York)\nTherapeutic massage, 60 minutos, con Therapist 1\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Precio: $90,00", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Puedes cambiarla o cancelarla hasta el martes, 3 de marzo de 2026, 10:00 EST.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"https://unknot.example/es/session-{id}", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_request_is_no_date_in_a_calendar_and_what_the_practice_does_itself_it_is_not_told(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => service.NeedsApproval = true);
        await DescribeAsync(store);
        var person = await PersonAsync(store);
        var id = await BookAsync(store, practice, Ada, 58);
        await DoAsync(desk => desk.MoveAsync(id, APractice.At(82), person, CancellationToken.None), store);
        await DoAsync(desk => desk.CancelAsync(id, person, CancellationToken.None), store);

        var client = await ToAsync(store, "ada@example.com");
        Assert.Equal(["Your request for Wednesday, March 4, 2026", "Your request for Thursday, March 5, 2026", "Your request for Thursday, March 5, 2026 could not be taken"], client.Select(mail => mail.Subject));
        Assert.All(client, mail => Assert.Null(mail.Calendar));
        Assert.Contains("It is not booked yet", client[0].Text, StringComparison.Ordinal);
        Assert.Equal("A request waits for your answer", Assert.Single(await ToAsync(store, Outbox.ThePractice)).Subject);
        await using var db = store.Open();
        Assert.Null((await db.Appointments.SingleAsync()).RemindAtUtc);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_the_practice_cancels_is_told_to_the_client_as_such(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var person = await PersonAsync(store);
        var id = await BookAsync(store, practice, Ada, 10);
        await DoAsync(desk => desk.CancelAsync(id, person, CancellationToken.None), store);

        var client = await ToAsync(store, "ada@example.com");
        Assert.Contains("It is too close to be moved or cancelled on our page.", client[0].Text, StringComparison.Ordinal);
        Assert.Contains("we had to cancel your session", client[1].Text, StringComparison.Ordinal);
        Assert.Equal("CANCEL", CalendarFile.MethodOf(client[1].Calendar!));

        // A practice without an address finds it in the console.
        Assert.Empty(await ToAsync(store, Outbox.ThePractice));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task When_the_time_is_lost_no_mail_goes_out(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var first = await HoldAsync(store, practice, 58);
        _time.Move(TimeSpan.FromMinutes(11));
        await BookAsync(store, practice, Ada, 58);

        await using (var db = store.Open())
        {
            var desk = Desk(db);
            Assert.IsType<BookingOutcome.Taken>(await desk.BookAsync(first, Ada with { Name = "Late", Email = "late@example.com" }, CancellationToken.None));
        }

        Assert.Empty(await ToAsync(store, "late@example.com"));
    }

    private static async Task DescribeAsync(TestStore store)
    {
        await using var db = store.Open();
        var settings = SettingsDesk.ProductDefault();
        (settings.Name, settings.Street, settings.City, settings.Region, settings.PostalCode) = ("Quiet Hands", "1 Example Street", "Springfield", "IL", "00000");
        (settings.Phone, settings.Email, settings.TimeZone) = ("555-555-0100", "front@example.com", "America/New_York");
        db.Settings.Add(settings);
        var booking = BookingSettings.ProductDefault();
        booking.LatePolicy = "Who comes too late pays half.";
        db.BookingSettings.Add(booking);
        await db.SaveChangesAsync();
    }

    private static async Task<Guid> PersonAsync(TestStore store)
    {
        await using var db = store.Open();
        var person = new Person { Id = Guid.NewGuid(), UserName = "owner@example.com", Name = "Owner", CreatedAtUtc = APractice.Start };
        db.Users.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    private async Task<AppointmentId> HoldAsync(TestStore store, APractice practice, int hour)
    {
        await using var db = store.Open();
        return Assert.IsType<BookingOutcome.Done>(await Desk(db).HoldAsync(practice.Hour, APractice.At(hour), Guid.NewGuid(), CancellationToken.None)).Appointment.Id;
    }

    private async Task<AppointmentId> BookAsync(TestStore store, APractice practice, BookingDetails details, int hour)
    {
        var id = await HoldAsync(store, practice, hour);
        await DoAsync(desk => desk.BookAsync(id, details, CancellationToken.None), store);
        return id;
    }

    private async Task DoAsync(Func<BookingDesk, Task<BookingOutcome>> act, TestStore store)
    {
        // A second between two, so that the messages have an order.
        _time.Move(TimeSpan.FromSeconds(1));
        await using var db = store.Open();
        Assert.IsType<BookingOutcome.Done>(await act(Desk(db)));
    }

    private BookingDesk Desk(PracticeDb db) => new(db, new OfferBook(db), [new AppointmentMail(SomeLinks.Links, _time), new ReminderPlan(_time)], _time);

    private static async Task<List<OutboxMessage>> ToAsync(TestStore store, string to)
    {
        await using var db = store.Open();
        return await db.Outbox.Where(mail => mail.To == to).OrderBy(mail => mail.CreatedAtUtc).ToListAsync();
    }

    private static string LineOf(OutboxMessage mail, string name) => mail.Calendar!.Split("\r\n").Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..];
}
