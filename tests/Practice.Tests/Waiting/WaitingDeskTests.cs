using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Shared;
using Unknot.Practice.Waiting;

namespace Unknot.Practice.Tests.Waiting;

public sealed class WaitingDeskTests
{
    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_form_sent_many_times_makes_one_place_and_one_mail(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        var form = Guid.NewGuid();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var db = store.Open();
            return await waiters.Desk(db).JoinAsync(waiters.Draft("Ada") with { Language = "es", FirstDay = new DateOnly(2026, 1, 1) }, form, CancellationToken.None);
        })));

        var id = Assert.Single(outcomes.Select(outcome => Assert.IsType<WaitingOutcome.Joined>(outcome).Id).Distinct());
        await using var after = store.Open();
        var entry = await after.WaitingList.SingleAsync();
        Assert.Equal((id, "Ada", "ada@example.com", WaitingState.Waiting, 1), (entry.Id, entry.Name, entry.Email, entry.State, entry.Version));
        Assert.Equal(new DateOnly(2026, 3, 2), entry.FirstDay);     // not a day that is past
        var mail = await after.Outbox.SingleAsync();
        Assert.Equal("Estás en la lista de espera", mail.Subject);
        Assert.Contains($"https://unknot.example/es/place-{id}", mail.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, WaitingProblem[]> Wrong() => new()
    {
        { "length", [WaitingProblem.LengthWrong] },
        { "no length", [WaitingProblem.LengthWrong] },
        { "therapist", [WaitingProblem.TherapistWrong] },
        { "no days", [WaitingProblem.NoDays] },
        { "eighth day", [WaitingProblem.NoDays] },
        { "no first", [WaitingProblem.FirstDayMissing] },
        { "no last", [WaitingProblem.LastDayWrong] },
        { "last before first", [WaitingProblem.LastDayWrong] },
        { "past", [WaitingProblem.LastDayWrong] },
        { "far", [WaitingProblem.TooFar] },
        { "hours", [WaitingProblem.HoursWrong] },
        { "no hours", [WaitingProblem.HoursWrong] },
        { "late hours", [WaitingProblem.HoursWrong] },
        { "no name", [WaitingProblem.NameMissing] },
        { "long name", [WaitingProblem.NameTooLong] },
        { "break", [WaitingProblem.NotText] },
        { "no mail", [WaitingProblem.EmailMissing] },
        { "bad mail", [WaitingProblem.EmailWrong] },
        { "phone", [WaitingProblem.PhoneTooLong] },
        { "consent", [WaitingProblem.ConsentMissing] },
        { "much", [WaitingProblem.NoDays, WaitingProblem.NameMissing, WaitingProblem.ConsentMissing] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_named_and_nothing_is_kept(string what, WaitingProblem[] problems)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        var good = waiters.Draft("Ada");
        var draft = what switch
        {
            "length" => good with { Minutes = 45 },
            "no length" => good with { Minutes = null },
            "therapist" => good with { Therapist = TherapistId.New(TimeProvider.System) },
            "no days" => good with { Days = 0 },
            "eighth day" => good with { Days = 128 },
            "no first" => good with { FirstDay = null },
            "no last" => good with { LastDay = null },
            "last before first" => good with { LastDay = new DateOnly(2026, 3, 3) },
            "past" => good with { FirstDay = new DateOnly(2026, 2, 1), LastDay = new DateOnly(2026, 3, 1) },
            "far" => good with { LastDay = new DateOnly(2027, 3, 3) },
            "hours" => good with { EarliestMinute = 601 },
            "no hours" => good with { LatestMinute = null },
            "late hours" => good with { LatestMinute = 1440 },
            "no name" => good with { Name = "  " },
            "long name" => good with { Name = new string('a', 101) },
            "break" => good with { Name = "Ada\nBob" },
            "no mail" => good with { Email = "" },
            "bad mail" => good with { Email = "ada" },
            "phone" => good with { Phone = new string('1', 41) },
            "consent" => good with { HasConsented = false },
            "much" => good with { Days = 0, Name = "", HasConsented = false },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        await using var db = store.Open();
        Assert.Equal(problems, Assert.IsType<WaitingOutcome.Refused>(await waiters.Desk(db).JoinAsync(draft, Guid.NewGuid(), CancellationToken.None)).Problems);
        Assert.Equal((0, 0), (await db.WaitingList.CountAsync(), await db.Outbox.CountAsync()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task One_address_waits_three_times_at_most(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        var ids = new[] { await waiters.JoinAsync("Ada"), await waiters.JoinAsync("Ada"), await waiters.JoinAsync("Ada") };
        var shouted = waiters.Draft("Ada") with { Email = "ADA@example.com" };
        await using (var db = store.Open())
        {
            Assert.Equal(WaitingProblem.TooMany, Assert.Single(Assert.IsType<WaitingOutcome.Refused>(await waiters.Desk(db).JoinAsync(shouted, Guid.NewGuid(), CancellationToken.None)).Problems));
        }

        Assert.True(await waiters.LeaveAsync(ids[0]));
        await waiters.JoinAsync(shouted);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task There_is_no_list_for_what_is_not_offered_or_while_booking_is_closed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        await using var db = store.Open();
        Assert.IsType<WaitingOutcome.NotOffered>(await waiters.Desk(db).JoinAsync(waiters.Draft("Ada") with { Service = ServiceId.New(_time) }, Guid.NewGuid(), CancellationToken.None));
        var settings = BookingSettings.ProductDefault();
        settings.IsOpen = false;
        db.BookingSettings.Add(settings);
        await db.SaveChangesAsync();
        Assert.IsType<WaitingOutcome.NotOffered>(await waiters.Desk(db).JoinAsync(waiters.Draft("Ada"), Guid.NewGuid(), CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_leaves_is_forgotten_and_what_was_held_for_them_is_free(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var waiters = new Waiters(store, await APractice.InAsync(store), _time);
        var person = new Person { Id = Guid.NewGuid(), UserName = "owner@example.com", Name = "Owner", CreatedAtUtc = APractice.Start };
        await using (var db = store.Open())
        {
            db.Users.Add(person);
            await db.SaveChangesAsync();
        }

        var (ada, ben) = (await waiters.JoinAsync("Ada"), await waiters.JoinAsync("Ben"));
        Assert.Equal(1, await waiters.RunAsync());
        Assert.Equal(AppointmentState.Held, (await waiters.HoldOfAsync(ada)).State);

        Assert.True(await waiters.LeaveAsync(ada));
        Assert.True(await waiters.LeaveAsync(ada));
        Assert.False(await waiters.LeaveAsync(WaitingId.New(_time)));

        var gone = await waiters.EntryAsync(ada);
        Assert.Equal((WaitingState.Left, "", "", ""), (gone.State, gone.Name, gone.Email, gone.Phone));
        Assert.Equal(AppointmentState.Expired, (await waiters.HoldOfAsync(ada)).State);
        Assert.Equal(1, await waiters.RunAsync());
        Assert.Equal(WaitingState.Offered, (await waiters.EntryAsync(ben)).State);
        Assert.True(await waiters.LeaveAsync(ben, person.Id));
        await using var after = store.Open();
        var noted = await after.Audit.SingleAsync();
        Assert.Equal(("waiting.removed", ben.ToString(), person.Id), (noted.Action, noted.SubjectId, noted.PersonId));
    }
}
