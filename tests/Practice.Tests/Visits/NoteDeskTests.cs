using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Shared;
using Unknot.Practice.Visits;

namespace Unknot.Practice.Tests.Visits;

public sealed class NoteDeskTests
{
    private static readonly KnownPoints Points = new(["upper-trapezius-1:left", "upper-trapezius-1:right"]);

    private static readonly VisitFinding Familiar = new() { Point = "upper-trapezius-1:right", Found = PressFound.FamiliarPain, Seconds = 30, How = PressedWith.Thumb, Before = 7, After = 3, Words = "Into the temple." };

    private readonly SetTime _time = new(APractice.Start.AddDays(1));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_note_is_drafted_signed_and_then_only_amended(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (visit, me) = await VisitAsync(store);
        var draft = Draft(visit) with { Subjective = " Headache.\r\nSince Monday. ", Findings = [Familiar] };

        var saved = Saved(await Desk(store).SaveAsync(draft, me, false, CancellationToken.None));
        Assert.Equal(("Headache.\nSince Monday.", 1, null), (saved.Subjective, saved.Version, saved.SignedAtUtc));
        Assert.Equal(Familiar, Assert.Single(VisitFindings.Read(saved.Findings)!.Value));
        var signed = Saved(await Desk(store).SignAsync(draft with { Version = 1, Plan = "Again in a week." }, me, CancellationToken.None));
        Assert.Equal((2, (DateTime?)_time.GetUtcNow().UtcDateTime), (signed.Version, signed.SignedAtUtc));

        var changed = Assert.IsType<NoteOutcome.Changed>(await Desk(store).SaveAsync(draft with { Version = 2, Plan = "Never." }, me, false, CancellationToken.None));
        Assert.Equal("Again in a week.", changed.Now!.Plan);
        var amending = Draft(visit) with { Id = VisitNoteId.New(_time), Amends = signed.Id, Objective = "It was the left side." };
        var amended = Saved(await Desk(store).SignAsync(amending, me, CancellationToken.None));
        Assert.Equal(signed.Id, amended.AmendsId);

        await using var db = store.Open();
        Assert.Equal(2, await db.VisitNotes.CountAsync(note => note.SignedAtUtc != null));
        var trail = await db.Audit.OrderBy(entry => entry.Id).ToListAsync();
        Assert.Equal(["note.saved", "note.signed", "note.signed"], trail.Select(entry => entry.Action).Order(StringComparer.Ordinal));
        Assert.All(trail, entry => Assert.Equal(("client", $"visit {visit}"), (entry.Subject, entry.Note)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_database_lets_nobody_change_or_remove_what_is_signed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (visit, me) = await VisitAsync(store);
        Saved(await Desk(store).SignAsync(Draft(visit) with { Plan = "Rest." }, me, CancellationToken.None));

        foreach (var sql in new[] { "UPDATE visit_notes SET plan = 'Run.'", "UPDATE visit_notes SET signed_at_utc = NULL", "UPDATE visit_notes SET erased_at_utc = signed_at_utc", "DELETE FROM visit_notes" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.ScalarAsync(sql));
            Assert.Contains("signed notes are", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("Rest.", await store.ScalarAsync("SELECT plan FROM visit_notes"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Of_saves_that_conflict_one_is_kept_and_the_other_is_told_what(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (visit, me) = await VisitAsync(store);
        Saved(await Desk(store).SaveAsync(Draft(visit) with { Plan = "First." }, me, false, CancellationToken.None));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() =>
            Desk(store).SaveAsync(Draft(visit) with { Version = 1, Plan = $"Writer {number}." }, me, false, CancellationToken.None))));

        var kept = Saved(Assert.Single(outcomes, outcome => outcome is NoteOutcome.Saved));
        Assert.All(outcomes.OfType<NoteOutcome.Changed>(), lost => Assert.Equal(kept.Plan, lost.Now!.Plan));
        Assert.Equal(7, outcomes.OfType<NoteOutcome.Changed>().Count());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Two_who_begin_at_once_make_one_note_and_the_same_form_sent_twice_too(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (visit, me) = await VisitAsync(store);
        var colleague = await PersonAsync(store);

        var outcomes = await Task.WhenAll(new[] { me, colleague }.Select(person => Task.Run(() =>
            Desk(store).SaveAsync(Draft(visit) with { Plan = $"By {person}." }, person, false, CancellationToken.None))));

        var kept = Saved(Assert.Single(outcomes, outcome => outcome is NoteOutcome.Saved));
        Assert.Equal(kept.Plan, Assert.Single(outcomes.OfType<NoteOutcome.Changed>()).Now!.Plan);
        var again = Draft(visit) with { Plan = kept.Plan };
        Assert.Equal(1, Saved(await Desk(store).SaveAsync(again, kept.AuthorId, false, CancellationToken.None)).Version);
        Saved(await Desk(store).SignAsync(again with { Version = 1 }, kept.AuthorId, CancellationToken.None));
        Assert.Equal(2, Saved(await Desk(store).SignAsync(again with { Version = 1 }, kept.AuthorId, CancellationToken.None)).Version);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_was_saved_by_itself_a_moment_before_can_be_signed_from_the_form_that_did_not_hear_of_it(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (visit, me) = await VisitAsync(store);
        var written = Draft(visit) with { Plan = "Rest." };
        Saved(await Desk(store).SaveAsync(written, me, whileWriting: true, CancellationToken.None));

        Assert.IsType<NoteOutcome.Changed>(await Desk(store).SignAsync(written with { Plan = "Rest, and heat." }, me, CancellationToken.None));
        Assert.NotNull(Saved(await Desk(store).SignAsync(written, me, CancellationToken.None)).SignedAtUtc);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_draft_belongs_to_its_author(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (visit, me) = await VisitAsync(store);
        var colleague = await PersonAsync(store);
        Saved(await Desk(store).SaveAsync(Draft(visit) with { Plan = "Mine." }, me, false, CancellationToken.None));

        Assert.IsType<NoteOutcome.Changed>(await Desk(store).SaveAsync(Draft(visit) with { Plan = "Theirs.", Version = 1 }, colleague, false, CancellationToken.None));
        Assert.IsType<NoteOutcome.Changed>(await Desk(store).SignAsync(Draft(visit) with { Plan = "Mine.", Version = 1 }, colleague, CancellationToken.None));
        Assert.IsType<NoteOutcome.Changed>(await Desk(store).SaveAsync(Draft(visit) with { Id = VisitNoteId.New(_time), Plan = "A second first." }, colleague, false, CancellationToken.None));
        Assert.IsType<NoteOutcome.Changed>(await Desk(store).SaveAsync(
            Draft(visit) with { Id = VisitNoteId.New(_time), Amends = NoteDesk.FirstOf(visit), Plan = "Of what is not signed." }, colleague, false, CancellationToken.None));
        Assert.Equal("Mine.", await store.ScalarAsync("SELECT plan FROM visit_notes"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_cannot_be_kept_is_refused_with_its_place(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (visit, me) = await VisitAsync(store);
        async Task<string> RefusedAsync(NoteDraft draft, bool sign = false) => string.Join(' ', Assert.IsType<NoteOutcome.Refused>(
            sign ? await Desk(store).SignAsync(draft, me, CancellationToken.None) : await Desk(store).SaveAsync(draft, me, false, CancellationToken.None)).Problems.Select(problem => $"{problem.Field}: {problem.Text}"));

        Assert.Equal("subjective: There is nothing to sign yet.", await RefusedAsync(Draft(visit), sign: true));
        Assert.Equal("plan: This text has 4001 characters; 4000 fit.", await RefusedAsync(Draft(visit) with { Plan = new string('x', 4001) }));
        Assert.Equal("finding-1: Point 1 is not in the atlas.", await RefusedAsync(Draft(visit) with { Findings = [Familiar with { Point = "no-such-1:left" }] }));
        Assert.Equal("finding-2: Point 2 is in the list twice.", await RefusedAsync(Draft(visit) with { Findings = [Familiar, Familiar] }));
        Assert.Equal("finding-1: Point 1: it is pressed for 1 to 600 seconds.", await RefusedAsync(Draft(visit) with { Findings = [Familiar with { Seconds = 0 }] }));
        Assert.Equal("finding-1: Point 1: pain goes from 0 to 10.", await RefusedAsync(Draft(visit) with { Findings = [Familiar with { After = 11 }] }));
        Assert.Equal("finding-1: Point 1: the words are longer than 300 characters.", await RefusedAsync(Draft(visit) with { Findings = [Familiar with { Words = new string('x', 301) }] }));
        Assert.Equal(0L, Convert.ToInt64(await store.ScalarAsync("SELECT count(*) FROM visit_notes")));
    }

    [Theory]
    [InlineData(AppointmentState.Cancelled)]
    [InlineData(AppointmentState.Pending)]
    [InlineData(AppointmentState.Expired)]
    public async Task A_visit_that_was_none_takes_no_notes(AppointmentState state)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var practice = await APractice.InAsync(store);
        var visit = await GivenVisit.WithAsync(store, practice, await GivenVisit.ClientAsync(store), state: state);

        Assert.IsType<NoteOutcome.NotOpen>(await Desk(store).SaveAsync(Draft(visit) with { Plan = "x" }, await APerson.InAsync(store), false, CancellationToken.None));
        Assert.IsType<NoteOutcome.NotOpen>(await Desk(store).SaveAsync(Draft(AppointmentId.New(_time)) with { Plan = "x" }, await APerson.InAsync(store), false, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Saves_while_somebody_writes_are_one_entry_in_a_quarter_of_an_hour(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (visit, me) = await VisitAsync(store);
        for (var save = 0; save < 5; save++)
        {
            _time.Move(TimeSpan.FromMinutes(4));
            Saved(await Desk(store).SaveAsync(Draft(visit) with { Version = save, Plan = $"Plan {save}" }, me, whileWriting: true, CancellationToken.None));
        }

        await using var db = store.Open();
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == "note.saved"));
    }

    [Theory]
    [InlineData("""[{"point":"a-1:left","found":"tender","seconds":null,"how":null,"before":null,"after":null,"words":""}]""", true)]
    [InlineData("[]", true)]
    [InlineData("""[{"point":"a-1:left","found":"tender","seconds":null,"how":null,"before":null,"after":null}]""", false)]
    [InlineData("""[{"point":"a-1:left","found":"sore","seconds":null,"how":null,"before":null,"after":null,"words":""}]""", false)]
    [InlineData("""[{"point":"a-1:left","found":"tender","seconds":"3","how":null,"before":null,"after":null,"words":""}]""", false)]
    [InlineData("""[{"point":null,"found":"tender","seconds":null,"how":null,"before":null,"after":null,"words":""}]""", false)]
    [InlineData("""[{"point":"a-1:left","point":"a-2:left","found":"tender","seconds":null,"how":null,"before":null,"after":null,"words":""}]""", false)]
    [InlineData("""[{"point":"a-1:left","found":"tender","seconds":null,"how":null,"before":null,"after":null,"words":"","more":1}]""", false)]
    [InlineData("{}", false)]
    [InlineData("", false)]
    public void Findings_are_read_strictly(string json, bool isRead) => Assert.Equal(isRead, VisitFindings.Read(json) is not null);

    [Fact]
    public void A_finding_is_told_in_words()
    {
        Assert.Equal("familiar pain; 30 s by thumb; pain 7, then 3", FindingWords.Of(Familiar));
        Assert.Equal("nothing", FindingWords.Of(Familiar with { Found = PressFound.Nothing, Seconds = null, How = null, Before = null, After = null }));
    }

    private static NoteDraft Draft(AppointmentId visit) => new(NoteDesk.FirstOf(visit), visit, null, "", "", "", "", [], 0);

    private static VisitNote Saved(NoteOutcome outcome) => Assert.IsType<NoteOutcome.Saved>(outcome).Note;

    private static async Task<(AppointmentId Visit, Guid Me)> VisitAsync(TestStore store)
    {
        var practice = await APractice.InAsync(store);
        return (await GivenVisit.WithAsync(store, practice, await GivenVisit.ClientAsync(store)), await APerson.InAsync(store));
    }

    private static async Task<Guid> PersonAsync(TestStore store)
    {
        await using var db = store.Open();
        var person = new Person { Id = Guid.CreateVersion7(), Name = "Colleague", UserName = $"{Guid.NewGuid():N}@example.com", CreatedAtUtc = APractice.Start };
        db.Users.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    private NoteDesk Desk(TestStore store) => new(store.Open(), Points, _time);
}
