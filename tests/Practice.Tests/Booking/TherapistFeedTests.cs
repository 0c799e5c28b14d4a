using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class TherapistFeedTests
{
    private const string Secret = "a-secret-nobody-guesses";

    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task It_says_when_its_therapist_is_busy_with_whom_by_initials_and_nothing_else(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, therapists: 2);
        await GiveAsync(store, practice, Secret);
        var session = await BookAsync(store, practice.Hour, 34);
        await BookAsync(store, practice.Hour with { Therapist = practice.Therapists[1] }, 34);
        var cancelled = await BookAsync(store, practice.Hour, 36);
        await using (var db = store.Open())
        {
            var desk = new BookingDesk(db, new OfferBook(db), [], _time);
            Assert.IsType<BookingOutcome.Done>(await desk.CancelAsync(cancelled, null, CancellationToken.None));
            Assert.IsType<BookingOutcome.Done>(await desk.HoldAsync(practice.Hour, APractice.At(40), Guid.NewGuid(), CancellationToken.None));
        }

        var file = (await ReadAsync(store, Secret))!;

        var uids = file.Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).ToList();
        Assert.Equal([$"UID:{session}-busy@unknot"], uids);
        Assert.Contains("\r\nSUMMARY:Session A.M.Ö.\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTART:20260303T150000Z\r\n", file, StringComparison.Ordinal);
        Assert.Contains("X-WR-CALNAME:Unknot: Therapist 1", file, StringComparison.Ordinal);
        foreach (var secret in new[] { "Ada", "Önal", "shoulder", "example.com", "massage", "555", "METHOD", "9000" })
        {
            Assert.DoesNotContain(secret, file, StringComparison.OrdinalIgnoreCase);
        }

        _time.Move(TimeSpan.FromMinutes(20));
        Assert.Equal(file, await ReadAsync(store, Secret));

        // Thirty days after its end it is gone.
        _time.Move(TimeSpan.FromDays(31));
        Assert.Contains(uids[0], (await ReadAsync(store, Secret))!, StringComparison.Ordinal);
        _time.Move(TimeSpan.FromDays(1));
        Assert.DoesNotContain("BEGIN:VEVENT", (await ReadAsync(store, Secret))!, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_secret_that_was_revoked_or_replaced_or_guessed_opens_nothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        Assert.Null(await ReadAsync(store, Secret));
        await GiveAsync(store, practice, Secret);
        Assert.NotNull(await ReadAsync(store, Secret));
        Assert.Null(await ReadAsync(store, ""));
        Assert.Null(await ReadAsync(store, TherapistFeed.HashOf(Secret)));
        await GiveAsync(store, practice, "another-secret");
        Assert.Null(await ReadAsync(store, Secret));
        await GiveAsync(store, practice, null);
        Assert.Null(await ReadAsync(store, "another-secret"));
    }

    private async Task<AppointmentId> BookAsync(TestStore store, SessionWish wish, int hour)
    {
        await using var db = store.Open();
        var desk = new BookingDesk(db, new OfferBook(db), [], _time);
        var held = Assert.IsType<BookingOutcome.Done>(await desk.HoldAsync(wish, APractice.At(hour), Guid.NewGuid(), CancellationToken.None)).Appointment;
        await desk.BookAsync(held.Id, new BookingDetails("Ada Maria Önal", "ada@example.com", "555", "Left shoulder.", "1", "en", null), CancellationToken.None);
        return held.Id;
    }

    private async Task<string?> ReadAsync(TestStore store, string secret)
    {
        await using var db = store.Open();
        return await new TherapistFeed(db, _time).ReadAsync(secret, CancellationToken.None);
    }

    private static async Task GiveAsync(TestStore store, APractice practice, string? secret)
    {
        await using var db = store.Open();
        var therapist = await db.Therapists.SingleAsync(each => each.Id == practice.Therapists[0]);
        therapist.FeedHash = secret is null ? null : TherapistFeed.HashOf(secret);
        await db.SaveChangesAsync();
    }
}
