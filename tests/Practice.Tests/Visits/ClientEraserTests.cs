using System.Data.Common;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Mail;
using Unknot.Practice.Receipts;
using Unknot.Practice.Shared;
using Unknot.Practice.Visits;

namespace Unknot.Practice.Tests.Visits;

public sealed class ClientEraserTests
{
    /// <summary>Stands in everything that is written about the client.</summary>
    private const string Marker = "Zebulon";

    private const string Name = "Zebulon Quirk";
    private const string Email = "Zebulon@example.com";

    private static readonly KnownPoints Points = new(["upper-trapezius-1:right"]);

    private readonly SetTime _time = new(APractice.Start.AddDays(1));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Nothing_personal_is_left_anywhere_but_on_receipts(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (client, me) = await FilledAsync(store);
        var before = await ColumnsWithAsync(store, Marker);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "appointment_events.note", "appointments.body_map", "appointments.client_note", "clients.email", "clients.letter_reference", "clients.name", "clients.phone", "outbox.calendar", "outbox.text",
                "outbox.to", "receipts.document", "visit_notes.assessment", "visit_notes.findings", "visit_notes.objective", "visit_notes.plan", "visit_notes.subjective", "waiting_list.email", "waiting_list.name", "waiting_list.phone",
            },
            before.ToHashSet(StringComparer.Ordinal));

        Assert.IsType<EraseOutcome.Erased>(await Eraser(store).EraseAsync(client, " zebulon quirk ", me, CancellationToken.None));

        Assert.Equal(["receipts.document"], await ColumnsWithAsync(store, Marker));
        Assert.Empty(await ColumnsWithAsync(store, "555-0199"));
        await using var db = store.Open();
        Assert.All(await db.VisitNotes.ToListAsync(), note => Assert.NotNull(note.ErasedAtUtc));
        Assert.Equal(2, await db.VisitNotes.CountAsync(note => note.SignedAtUtc != null));
        Assert.Equal(WaitingState.Left, (await db.WaitingList.SingleAsync()).State);
        Assert.Equal(client.ToString(), (await db.Audit.SingleAsync(entry => entry.Action == "client.erased" && entry.PersonId == me)).SubjectId);
        Assert.Equal(1, await db.Receipts.CountAsync());
        Assert.Equal(1, await db.Payments.CountAsync());
        Assert.Equal("To somebody else", (await db.Outbox.SingleAsync()).Subject);
        Assert.IsType<EraseOutcome.NotThere>(await Eraser(store).EraseAsync(client, "", me, CancellationToken.None));
        Assert.IsType<NoteOutcome.NotOpen>(await new NoteDesk(store.Open(), Points, _time).SaveAsync(
            NoteDraft.Of(await db.VisitNotes.OrderBy(note => note.CreatedAtUtc).FirstAsync()) with { Plan = Marker }, me, false, CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Another_name_and_sessions_to_come_keep_everything(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var client = await GivenVisit.ClientAsync(store, Name, Email);
        var me = await APerson.InAsync(store);
        await GivenVisit.WithAsync(store, practice, client, hour: 24 * 7, state: AppointmentState.Confirmed, note: Marker);

        Assert.IsType<EraseOutcome.OtherName>(await Eraser(store).EraseAsync(client, "Zebulon", me, CancellationToken.None));
        Assert.Equal(1, Assert.IsType<EraseOutcome.HasSessions>(await Eraser(store).EraseAsync(client, Name, me, CancellationToken.None)).Count);
        Assert.Contains("appointments.client_note", await ColumnsWithAsync(store, Marker));
        Assert.Contains("clients.name", await ColumnsWithAsync(store, Marker));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_shares_the_address_keeps_their_mail_and_a_notice_of_cancelling_is_still_sent(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        var me = await APerson.InAsync(store);
        var client = await GivenVisit.ClientAsync(store, Name, Email);
        await GivenVisit.ClientAsync(store, "Wilma Quirk", Email);
        await using (var before = store.Open())
        {
            Outbox.Add(before, _time, "reminder", Email, "For Wilma", "Dear Wilma Quirk");
            Outbox.Add(before, _time, "reminder", Email, "For Zebulon", $"Dear {Name}");
            Outbox.Add(before, _time, "booking", Email, "Cancelled", $"Dear {Name}", calendar: "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n");
            Outbox.Add(before, _time, "booking", Email, "Sent long ago", $"Dear {Name}", calendar: "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n").SentAtUtc = APractice.Start;
            before.WaitingList.AddRange(ClientDeskTests.Waiting(practice.Service, Name, Email), ClientDeskTests.Waiting(practice.Service, "Wilma Quirk", Email));
            await before.SaveChangesAsync();
        }

        Assert.IsType<EraseOutcome.Erased>(await Eraser(store).EraseAsync(client, Name, me, CancellationToken.None));

        await using var db = store.Open();
        Assert.Equal(["Cancelled", "For Wilma"], await db.Outbox.OrderBy(message => message.Subject).Select(message => message.Subject).ToListAsync());
        Assert.Equal(["", "Wilma Quirk"], (await db.WaitingList.Select(entry => entry.Name).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_a_word_takes_no_other_messages_with_it()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var me = await APerson.InAsync(store);
        var client = await GivenVisit.ClientAsync(store, "Ann", "ann@example.com");
        await using (var before = store.Open())
        {
            Outbox.Add(before, _time, "booking", Outbox.ThePractice, "New session", "Joanna cannot come, Anna can.");
            Outbox.Add(before, _time, "contact", Outbox.ThePractice, "Message from Ann Other", "Ann Other <other@example.com> wrote");
            Outbox.Add(before, _time, "booking", Outbox.ThePractice, "Of Ann", "Ann, tomorrow at nine.");
            Outbox.Add(before, _time, "contact", Outbox.ThePractice, "From herself", "Hello", "ann@example.com");
            await before.SaveChangesAsync();
        }

        Assert.IsType<EraseOutcome.Erased>(await Eraser(store).EraseAsync(client, "Ann", me, CancellationToken.None));

        await using var db = store.Open();
        Assert.Equal(["Message from Ann Other", "New session"], await db.Outbox.OrderBy(message => message.Subject).Select(message => message.Subject).ToListAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_kept_is_handed_out_as_data_and_as_a_page(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (client, _) = await FilledAsync(store);
        await using var db = store.Open();

        var exported = (await new ClientExport(db).ReadAsync(client, CancellationToken.None))!;
        using var zip = new ZipArchive(new MemoryStream(ClientExport.Zip(exported, point => $"at {point}", at => $"{at:yyyy-MM-dd}")));
        var (json, page) = (await TextAsync(zip, "client.json"), await TextAsync(zip, "client.html"));

        // Every text that the database holds about the client is in the file for programs; in the page too, as text.
        foreach (var part in new[] { "subjective", "objective", "assessment", "plan", "finding", "note", "amended", "letter", "message", "receipt", "reason" })
        {
            Assert.Contains($"{Marker} <{part}>", json, StringComparison.Ordinal);
            Assert.Contains($"{Marker} &lt;{part}&gt;", page, StringComparison.Ordinal);
            Assert.DoesNotContain($"{Marker} <{part}>", page, StringComparison.Ordinal);
        }

        Assert.Contains("at upper-trapezius-1:right: tender", page, StringComparison.Ordinal);
        Assert.Null(await new ClientExport(db).ReadAsync(ClientId.New(_time), CancellationToken.None));
    }

    private static async Task<string> TextAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync();
    }

    private async Task<(ClientId Client, Guid Me)> FilledAsync(TestStore store)
    {
        var practice = await APractice.InAsync(store);
        var me = await APerson.InAsync(store);
        var client = await GivenVisit.ClientAsync(store, Name, Email, change => (change.Phone, change.LetterReference) = ($"{Marker} 555-0199", $"{Marker} <letter>"));
        var visit = await GivenVisit.WithAsync(store, practice, client, note: $"{Marker} <note>", map: $$"""{"marks":[[1,0.5]],"words":"{{Marker}}"}""");
        await GivenVisit.WithAsync(store, practice, client, hour: 24 * 7, state: AppointmentState.Cancelled, note: Marker);
        await using var db = store.Open();
        var desk = new NoteDesk(store.Open(), Points, _time);
        var finding = new VisitFinding { Point = "upper-trapezius-1:right", Found = PressFound.Tender, Seconds = null, How = null, Before = null, After = null, Words = $"{Marker} <finding>" };
        Assert.IsType<NoteOutcome.Saved>(await desk.SignAsync(
            new NoteDraft(NoteDesk.FirstOf(visit), visit, null, $"{Marker} <subjective>", $"{Marker} <objective>", $"{Marker} <assessment>", $"{Marker} <plan>", [finding], 0), me, CancellationToken.None));
        Assert.IsType<NoteOutcome.Saved>(await desk.SignAsync(
            new NoteDraft(VisitNoteId.New(_time), visit, NoteDesk.FirstOf(visit), $"{Marker} <amended>", "", "", "", [], 0), me, CancellationToken.None));
        Assert.IsType<NoteOutcome.Saved>(await desk.SaveAsync(
            new NoteDraft(VisitNoteId.New(_time), visit, NoteDesk.FirstOf(visit), $"{Marker} <draft>", "", "", "", [], 0), me, false, CancellationToken.None));
        db.AppointmentEvents.Add(new AppointmentEvent { Id = Guid.NewGuid(), AppointmentId = visit, AtUtc = APractice.Start, What = "cancelled", Note = $"{Marker} <reason>" });
        db.WaitingList.Add(ClientDeskTests.Waiting(practice.Service, Name, Email.ToUpperInvariant()));
        db.WaitingList.Local.Single().Phone = $"{Marker} 555-0199";
        Outbox.Add(db, _time, "booked", Email, "Booked", $"{Marker} <message>", calendar: $"SUMMARY:{Marker}");
        Outbox.Add(db, _time, "booked", Outbox.ThePractice, "New session", $"{Name} has booked.");
        Outbox.Add(db, _time, "booked", "other@example.com", "To somebody else", "Dear Ada");
        db.Payments.Add(new Payment
        {
            Id = PaymentId.New(_time),
            AppointmentId = visit,
            ReceivedOn = new DateOnly(2026, 3, 2),
            Method = PaymentMethod.Cash,
            Purpose = PaymentPurpose.Care,
            AmountCents = 9_000,
            Reference = "",
            RecordedById = me,
            RecordedAtUtc = APractice.Start,
        });
        db.Receipts.Add(new Receipt
        {
            Id = ReceiptId.New(_time),
            Year = 2026,
            Number = 1,
            AppointmentId = visit,
            ClientId = client,
            ServiceDate = new DateOnly(2026, 3, 2),
            Document = $$"""{"patient":"{{Marker}} <receipt>"}""",
            IssuedAtUtc = APractice.Start,
            IssuedById = me,
        });
        await db.SaveChangesAsync();
        return (client, me);
    }

    /// <summary>Columns of any table in which a text is found, whatever the case of its letters.</summary>
    private static async Task<IReadOnlyList<string>> ColumnsWithAsync(TestStore store, string text)
    {
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var columns = await RowsAsync(connection, store.Engine is Engine.Sqlite
            ? "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'"
            : "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'");
        Assert.True(columns.Count > 200, $"only {columns.Count} columns");
        var found = new List<string>();
        foreach (var (table, column) in columns)
        {
            if ((await RowsAsync(connection, $"SELECT '1', '1' FROM \"{table}\" WHERE lower(CAST(\"{column}\" AS text)) LIKE '%{text.ToLowerInvariant()}%' LIMIT 1")).Count > 0)
            {
                found.Add($"{table}.{column}");
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static async Task<List<(string, string)>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the database's own tables.
        command.CommandText = sql;
#pragma warning restore CA2100
        var rows = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }

    private ClientEraser Eraser(TestStore store) => new(store.Open(), _time);
}
