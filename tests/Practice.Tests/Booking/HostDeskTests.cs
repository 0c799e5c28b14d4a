using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class HostDeskTests
{
    private static readonly BookingDetails Ada = new("Ada", "ada@example.com", "", "Left shoulder.", "", "en", null);

    private readonly SetTime _time = new(APractice.Start);

    private readonly RecordedNews _news = new();

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_session_is_booked_moved_given_and_each_step_names_who_did_it(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, rooms: 2);
        var owner = await OwnerAsync(store);

        // Within the notice of an hour and off the grid of quarters.
        var booked = Done(await BookAsync(store, owner, practice, APractice.At(9, 5)));
        Assert.Equal((AppointmentState.Confirmed, 9_000, "Left shoulder."), (booked.State, booked.PriceCents, booked.ClientNote));
        Assert.Contains(booked.RoomId!.Value, practice.Rooms);
        _time.Move(TimeSpan.FromSeconds(1));
        var moved = Done(await MoveAsync(store, owner, booked, APractice.At(10, 40), practice.Therapists[0]));
        Assert.Equal((APractice.At(10, 40).ToDateTimeUtc(), APractice.At(11, 55).ToDateTimeUtc(), 1, 2), (moved.StartsAtUtc, moved.OccupiedToUtc, moved.Sequence, moved.Version));
        Assert.IsType<HostOutcome.TooEarly>(await Desk(store).MarkNoShowAsync(owner, moved.Id, moved.Version, CancellationToken.None));
        _time.Move((APractice.At(10, 40) - APractice.At(8)).ToTimeSpan());
        var missed = Done(await Desk(store).MarkNoShowAsync(owner, moved.Id, moved.Version, CancellationToken.None));
        _time.Move(TimeSpan.FromSeconds(1));
        var back = Done(await Desk(store).UndoAsync(owner, moved.Id, missed.Version, CancellationToken.None));
        _time.Move(TimeSpan.FromSeconds(1));
        var done = Done(await Desk(store).MarkDoneAsync(owner, moved.Id, back.Version, CancellationToken.None));

        Assert.Equal(AppointmentState.Done, done.State);
        await using var db = store.Open();
        string[] steps = ["booked", "moved", "no-show", "undone", "done"];
        Assert.Equal(steps, await db.AppointmentEvents.OrderBy(each => each.AtUtc).Select(each => each.What).ToListAsync());
        Assert.All(await db.AppointmentEvents.ToListAsync(), each => Assert.Equal(owner.PersonId, each.PersonId));
        Assert.Equal(steps.Select(step => "appointment." + step), await db.Audit.OrderBy(each => each.AtUtc).Select(each => each.Action).ToListAsync());
        Assert.Equal([AppointmentChange.Booked, AppointmentChange.Moved], _news.Heard);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_taken_time_is_refused_with_what_is_free_near_it_and_nothing_changes(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        Done(await BookAsync(store, owner, practice, APractice.At(12)));
        var mine = Done(await BookAsync(store, owner, practice, APractice.At(9)));

        var refused = Assert.IsType<HostOutcome.Taken>(await MoveAsync(store, owner, mine, APractice.At(12, 30), practice.Therapists[0]));

        // An hour and its quarter fit before noon until 10:45, and after 13:15 again.
        Assert.Equal(APractice.At(13, 15), refused.Nearest[0].Start);
        Assert.Contains(refused.Nearest, free => free.Start == APractice.At(13, 30));
        Assert.IsType<HostOutcome.Taken>(await BookAsync(store, owner, practice, APractice.At(11)));
        await using var db = store.Open();
        Assert.Equal(mine.StartsAtUtc, (await db.Appointments.SingleAsync(each => each.Id == mine.Id)).StartsAtUtc);
        Assert.Equal(2, await db.Appointments.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Outside_opening_hours_it_must_be_said_and_still_nothing_overlaps(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);

        Assert.IsType<HostOutcome.OutsideHours>(await BookAsync(store, owner, practice, APractice.At(16, 5)));
        Assert.IsType<HostOutcome.OutsideHours>(await BookAsync(store, owner, practice, APractice.At(19)));
        var late = Done(await BookAsync(store, owner, practice, APractice.At(19), outside: true));
        Assert.IsType<HostOutcome.Taken>(await BookAsync(store, owner, practice, APractice.At(19, 30), outside: true));
        Assert.IsType<HostOutcome.NoSuchTime>(await BookAsync(store, owner, practice, APractice.At(-1), outside: true));

        // Far beyond the sixty days that clients may book.
        Done(await BookAsync(store, owner, practice, APractice.At((24 * 200) + 12)));
        Assert.IsType<HostOutcome.OutsideHours>(await MoveAsync(store, owner, late, APractice.At(20), practice.Therapists[0]));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_therapist_changes_the_own_calendar_and_no_other(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, therapists: 2);
        var owner = await OwnerAsync(store);
        await using (var db = store.Open())
        {
            (await db.Therapists.SingleAsync(each => each.Id == practice.Therapists[0])).PersonId = owner.PersonId;
            await db.SaveChangesAsync();
        }

        var therapist = owner with { IsOwner = false };
        var own = Done(await BookAsync(store, therapist, practice, APractice.At(10)));
        var foreign = Done(await BookAsync(store, owner, practice, APractice.At(10), therapist: 1));

        Assert.IsType<HostOutcome.NotAllowed>(await BookAsync(store, therapist, practice, APractice.At(12), therapist: 1));
        Assert.IsType<HostOutcome.NotAllowed>(await MoveAsync(store, therapist, own, APractice.At(12), practice.Therapists[1]));
        Assert.IsType<HostOutcome.NotAllowed>(await MoveAsync(store, therapist, foreign, APractice.At(12), practice.Therapists[1]));
        Assert.IsType<HostOutcome.NotAllowed>(await Desk(store).CancelAsync(therapist, foreign.Id, foreign.Version, "", true, CancellationToken.None));
        Assert.IsType<HostOutcome.NotAllowed>(await Desk(store).BlockAsync(therapist, new HostBlock(practice.Therapists[1], APractice.At(14), APractice.At(15), ""), Guid.NewGuid(), CancellationToken.None));
        var moved = Done(await MoveAsync(store, owner, own, APractice.At(12), practice.Therapists[1]));
        Assert.Equal(practice.Therapists[1], moved.TherapistId);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_saw_an_older_state_changes_nothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        var seen = Done(await BookAsync(store, owner, practice, APractice.At(10)));
        Done(await MoveAsync(store, owner, seen, APractice.At(12), practice.Therapists[0]));

        Assert.IsType<HostOutcome.Changed>(await MoveAsync(store, owner, seen, APractice.At(14), practice.Therapists[0], version: 1));
        Assert.IsType<HostOutcome.Changed>(await Desk(store).CancelAsync(owner, seen.Id, 1, "", true, CancellationToken.None));

        // Two at once that saw the same: one of them moves it.
        var outcomes = await Task.WhenAll(Enumerable.Range(13, 2).Select(hour => Task.Run(() => MoveAsync(store, owner, seen, APractice.At(hour), practice.Therapists[0], version: 2))));
        Assert.Single(outcomes.OfType<HostOutcome.Done>());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_form_sent_twice_books_or_blocks_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        var (booking, blocking) = (Guid.NewGuid(), Guid.NewGuid());

        var booked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => BookAsync(store, owner, practice, APractice.At(10), key: booking))));
        var block = new HostBlock(practice.Therapists[0], APractice.At(12), APractice.At(13), "Dentist");
        var blocked = new[] { await Desk(store).BlockAsync(owner, block, blocking, CancellationToken.None), await Desk(store).BlockAsync(owner, block, blocking, CancellationToken.None) };

        Assert.Contains(booked, outcome => outcome is HostOutcome.Done);
        Assert.Single(booked.OfType<HostOutcome.Done>().Select(done => done.Appointment.Id).Distinct());
        Assert.Single(blocked.Select(outcome => Done(outcome).Id).Distinct());
        await using var db = store.Open();
        Assert.Equal(2, await db.Appointments.CountAsync());
        Assert.Equal("Dentist", (await db.AppointmentEvents.SingleAsync(each => each.What == "blocked")).Note);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Blocked_time_keeps_sessions_out_until_it_is_freed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        var block = Done(await Desk(store).BlockAsync(owner, new HostBlock(practice.Therapists[0], APractice.At(9), APractice.At(17), ""), Guid.NewGuid(), CancellationToken.None));

        Assert.IsType<HostOutcome.Taken>(await BookAsync(store, owner, practice, APractice.At(10)));
        Assert.IsType<HostOutcome.NoSuchTime>(await Desk(store).BlockAsync(owner, new HostBlock(practice.Therapists[0], APractice.At(9), APractice.At(9), ""), Guid.NewGuid(), CancellationToken.None));
        Assert.Equal(AppointmentState.Cancelled, Done(await Desk(store).UnblockAsync(owner, block.Id, block.Version, CancellationToken.None)).State);
        Done(await BookAsync(store, owner, practice, APractice.At(10)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_request_is_approved_or_declined_and_the_client_hears_of_it(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, change: service => service.NeedsApproval = true);
        var owner = await OwnerAsync(store);
        var (one, other) = (await RequestAsync(store, practice, APractice.At(10)), await RequestAsync(store, practice, APractice.At(13)));
        _news.Heard.Clear();

        Assert.Equal(AppointmentState.Confirmed, Done(await Desk(store).ApproveAsync(owner, one.Id, one.Version, CancellationToken.None)).State);
        Assert.Equal(AppointmentState.Cancelled, Done(await Desk(store).DeclineAsync(owner, other.Id, other.Version, "On leave", true, CancellationToken.None)).State);

        Assert.Equal([AppointmentChange.Booked, AppointmentChange.Cancelled], _news.Heard);
        Assert.IsType<HostOutcome.Changed>(await Desk(store).ApproveAsync(owner, one.Id, one.Version + 1, CancellationToken.None));
        Done(await BookAsync(store, owner, practice, APractice.At(13)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_client_who_is_not_to_be_told_gets_no_message(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        var booked = Done(await BookAsync(store, owner, practice, APractice.At(10)));
        var moved = Done(await MoveAsync(store, owner, booked, APractice.At(11), practice.Therapists[0], tell: false));

        Done(await Desk(store).CancelAsync(owner, moved.Id, moved.Version, "", tellClient: true, CancellationToken.None));

        Assert.Equal([AppointmentChange.Booked, AppointmentChange.Moved, AppointmentChange.Cancelled], _news.Heard);
        await using var db = store.Open();
        Assert.Equal(["Booked", "Cancelled"], await db.Outbox.OrderBy(each => each.Subject).Select(each => each.Subject).ToListAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_was_marked_as_missed_does_not_come_back_into_a_time_that_is_taken(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var owner = await OwnerAsync(store);
        var booked = Done(await BookAsync(store, owner, practice, APractice.At(9)));
        _time.Move(TimeSpan.FromMinutes(75));
        var missed = Done(await Desk(store).MarkNoShowAsync(owner, booked.Id, booked.Version, CancellationToken.None));
        Done(await BookAsync(store, owner, practice, APractice.At(9, 20)));

        Assert.IsType<HostOutcome.Taken>(await Desk(store).UndoAsync(owner, missed.Id, missed.Version, CancellationToken.None));
    }

    private static Appointment Done(HostOutcome outcome) => Assert.IsType<HostOutcome.Done>(outcome).Appointment;

    private static async Task<PracticeHost> OwnerAsync(TestStore store) => new(await APerson.InAsync(store), IsOwner: true);

    private HostDesk Desk(TestStore store) => HostDesks.Of(store, _time, _news).Host;

    private Task<HostOutcome> BookAsync(TestStore store, PracticeHost host, APractice practice, Instant start, int therapist = 0, bool outside = false, Guid? key = null) => Desk(store).BookAsync(
        host,
        new HostBooking(practice.Hour with { Therapist = practice.Therapists[therapist] }, start, null, new HostClient(null, Ada), outside, TellClient: true),
        key ?? Guid.NewGuid(),
        CancellationToken.None);

    private Task<HostOutcome> MoveAsync(TestStore store, PracticeHost host, Appointment appointment, Instant start, TherapistId therapist, int? version = null, bool tell = true) =>
        Desk(store).MoveAsync(host, appointment.Id, new HostMove(version ?? appointment.Version, start, therapist, null, OutsideHours: false, tell), CancellationToken.None);

    private async Task<Appointment> RequestAsync(TestStore store, APractice practice, Instant start)
    {
        var desk = HostDesks.Of(store, _time, _news).Booking;
        var held = Assert.IsType<BookingOutcome.Done>(await desk.HoldAsync(practice.Hour, start, Guid.NewGuid(), CancellationToken.None)).Appointment;
        return Assert.IsType<BookingOutcome.Done>(await desk.BookAsync(held.Id, Ada, CancellationToken.None)).Appointment;
    }
}
