using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Mail;
using Unknot.Practice.Shared;
using Unknot.Practice.Visits;

namespace Unknot.Practice.Tests.Visits;

public sealed class ClientDeskTests
{
    private static readonly ClientDraft Ada = new(" Ada Lovelace ", "Ada@Example.com", "212-555-0134", "en", "Dr. Byron, 1 March 2026", "2026-12-31");

    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_client_is_added_and_changed_by_hand_and_the_trail_holds_no_name(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var me = await APerson.InAsync(store);
        var id = Assert.IsType<ClientOutcome.Done>(await Desk(store).AddAsync(Ada, me, CancellationToken.None)).Id;
        Assert.IsType<ClientOutcome.Done>(await Desk(store).ChangeAsync(id, Ada with { Phone = "", Language = "es", LetterValidUntil = "" }, me, CancellationToken.None));

        await using var db = store.Open();
        var client = await db.Clients.SingleAsync();
        Assert.Equal(("Ada Lovelace", "Ada@Example.com", "ada@example.com", "", "es", null), (client.Name, client.Email, client.EmailKey, client.Phone, client.Language, client.LetterValidUntil));
        var trail = await db.Audit.OrderBy(entry => entry.Action).ToListAsync();
        Assert.Equal([("client.added", ""), ("client.changed", "Language, LetterValidUntil, Phone")], trail.Select(entry => (entry.Action, string.Join(", ", entry.Note.Split(", ").Order(StringComparer.Ordinal)))));
    }

    [Theory]
    [InlineData("Name", "", "a@b.example", "en", "")]
    [InlineData("Name", "two\nlines", "a@b.example", "en", "")]
    [InlineData("Email", "Ada", "not an address", "en", "")]
    [InlineData("Language", "Ada", "", "fr", "")]
    [InlineData("LetterValidUntil", "Ada", "", "en", "31.12.2026")]
    public async Task What_is_wrong_is_refused_with_its_field(string field, string name, string email, string language, string until)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var refused = Assert.IsType<ClientOutcome.Refused>(await Desk(store).AddAsync(new ClientDraft(name, email, "", language, "", until), await APerson.InAsync(store), CancellationToken.None));

        Assert.Equal(field, Assert.Single(refused.Problems).Field);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Two_entries_of_one_person_become_one(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var me = await APerson.InAsync(store);
        var kept = await GivenVisit.ClientAsync(store, "Ada", "ada@example.com", client => client.Phone = "");
        var other = await GivenVisit.ClientAsync(store, "Ada L.", "ada@work.example", client => client.LetterReference = "Dr. Byron");
        var visit = await GivenVisit.WithAsync(store, practice, other);
        await using (var before = store.Open())
        {
            before.WaitingList.Add(Waiting(practice.Service, "Ada L.", "Ada@work.example"));
            Outbox.Add(before, _time, "booked", "ada@work.example", "Booked", "Dear Ada L.").SentAtUtc = APractice.Start;
            Outbox.Add(before, _time, "reminder", "ada@work.example", "Tomorrow", "Dear Ada L.");
            await before.SaveChangesAsync();
        }

        Assert.IsType<ClientOutcome.Done>(await Desk(store).MergeAsync(kept, other, me, CancellationToken.None));

        await using var db = store.Open();
        var client = await db.Clients.SingleAsync(each => each.Id == kept);
        Assert.Equal(("Ada", "ada@example.com", "212-555-0134", "Dr. Byron"), (client.Name, client.Email, client.Phone, client.LetterReference));
        var gone = await db.Clients.SingleAsync(each => each.Id == other);
        Assert.Equal(("", "", "", "", "", true), (gone.Name, gone.Email, gone.EmailKey, gone.Phone, gone.LetterReference, gone.ErasedAtUtc is not null));
        Assert.Equal(kept, (await db.Appointments.SingleAsync(each => each.Id == visit)).ClientId);
        Assert.Equal(("Ada", "ada@example.com"), await db.WaitingList.Select(each => new ValueTuple<string, string>(each.Name, each.Email)).SingleAsync());
        Assert.Equal("Tomorrow", (await db.Outbox.SingleAsync()).Subject);
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == "client.merged" && entry.PersonId == me));
        Assert.IsType<ClientOutcome.NotThere>(await Desk(store).MergeAsync(kept, other, me, CancellationToken.None));
        Assert.IsType<ClientOutcome.NotThere>(await Desk(store).MergeAsync(kept, kept, me, CancellationToken.None));
        Assert.IsType<ClientOutcome.NotThere>(await Desk(store).ChangeAsync(other, Ada, me, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_therapist_sees_those_they_had_a_session_with_and_a_refusal_is_written_down(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store, therapists: 2);
        var person = await APerson.InAsync(store);
        await GivenVisit.BelongsToAsync(store, practice.Therapists[0], person);
        var (mine, theirs, cancelled, coming) = (await GivenVisit.ClientAsync(store, "Mine"), await GivenVisit.ClientAsync(store, "Theirs"), await GivenVisit.ClientAsync(store, "Cancelled"), await GivenVisit.ClientAsync(store, "Coming"));
        await GivenVisit.WithAsync(store, practice, mine);
        await GivenVisit.WithAsync(store, practice, theirs, therapist: 1);
        await GivenVisit.WithAsync(store, practice, cancelled, hour: 11, state: AppointmentState.Cancelled);
        await GivenVisit.WithAsync(store, practice, coming, hour: 13, state: AppointmentState.Confirmed);
        await using var db = store.Open();
        var access = new ClientAccess(db, _time);
        var therapist = new ClientReader(person, SeesAll: false);

        Assert.Equal(["Coming", "Mine"], await access.ClientsOf(therapist).OrderBy(client => client.Name).Select(client => client.Name).ToListAsync());
        Assert.Equal(4, await access.ClientsOf(new ClientReader(person, SeesAll: true)).CountAsync());
        Assert.True(await access.MayReadAsync(therapist, mine, CancellationToken.None));
        Assert.False(await access.MayReadAsync(therapist, theirs, CancellationToken.None));
        Assert.False(await access.MayReadAsync(therapist, cancelled, CancellationToken.None));
        Assert.Equal([cancelled.ToString(), theirs.ToString()], (await db.Audit.Where(entry => entry.Action == "client.refused" && entry.PersonId == person).Select(entry => entry.SubjectId).ToListAsync())
            .OrderByDescending(id => id == cancelled.ToString()));
    }

    internal static WaitingEntry Waiting(ServiceId service, string name, string email) => new()
    {
        Id = WaitingId.New(TimeProvider.System),
        ServiceId = service,
        Minutes = 60,
        Name = name,
        Email = email,
        Phone = "212-555-0134",
        Language = "en",
        FirstDay = new DateOnly(2026, 3, 2),
        LastDay = new DateOnly(2026, 3, 9),
        Days = 127,
        EarliestMinute = 0,
        LatestMinute = 1439,
        State = WaitingState.Waiting,
        CreatedAtUtc = APractice.Start,
        Version = 1,
        RequestKey = Guid.NewGuid(),
    };

    private ClientDesk Desk(TestStore store) => new(store.Open(), _time);
}
