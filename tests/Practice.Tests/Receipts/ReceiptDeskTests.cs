using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Receipts;

public sealed class ReceiptDeskTests
{
    /// <summary>Late on 31 December in New York, when it is next year in UTC already.</summary>
    private static readonly DateTime NewYearsEve = new(2027, 1, 1, 4, 30, 0, DateTimeKind.Utc);

    private readonly SetTime _time = new(new DateTime(2026, 3, 20, 16, 0, 0, DateTimeKind.Utc));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_receipt_says_what_was_agreed_and_paid_and_keeps_tips_fees_and_things_apart(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var visit = await till.VisitAsync(visits);
        await till.PayAsync(visit, 5_000, method: PaymentMethod.CardTerminal);
        await till.PayAsync(visit, 2_999);
        await till.PayAsync(visit, 1_500, PaymentPurpose.Tip);
        await till.PayAsync(visit, 2_000, PaymentPurpose.Product);
        var wrong = Assert.IsType<PaymentOutcome.Recorded>(await till.PayAsync(visit, 777, PaymentPurpose.Tip));
        Assert.True(await till.WithdrawAsync(wrong.Payment.Id));

        var receipt = await till.IssuedAsync(visit, AVisit.Wish() with { DiscountCents = 1_000, Payer = "Lord Byron", Code = "X1" });

        var says = ReceiptDocument.Parse(receipt.Document);
        Assert.Equal(("2026-0001", new DateOnly(2026, 3, 20), "USD"), (says.Number, says.IssuedOn, says.Currency));
        Assert.Equal(("Quiet Hands", "Quiet Hands Bodywork LLC", "(518) 555-0142", "12-3456789"), (says.From.Name, says.From.LegalName, says.From.Phone, says.From.TaxId));
        Assert.Equal("12 Quiet Lane|Albany, NY 12207", string.Join('|', says.From.Address));
        Assert.Equal(new ReceiptDocument.Provider("Mara Reed", "LMT", "027315", "NY", "1234567893"), says.By);
        Assert.Equal(("Ada Lovelace", "Lord Byron"), (says.Patient, says.Payer));
        var care = Assert.Single(says.Care);
        Assert.Equal((new DateOnly(2026, 3, 2), new TimeOnly(10, 0), new TimeOnly(11, 0), 60), (care.Day, care.Starts, care.Ends, care.Minutes));
        Assert.Equal((9_500, 1_000, 7_999, 501), (care.ChargedCents, care.DiscountCents, care.PaidCents, care.BalanceCents));
        Assert.Equal("X1", care.Code);
        Assert.Equal([(PaymentPurpose.Tip, 1_500), (PaymentPurpose.Product, 2_000)], says.NotCare.Select(line => (line.Purpose, line.AmountCents)));
        Assert.Equal((7_999, 3_500, 11_499), (says.CarePaidCents, says.NotCareCents, says.ReceivedCents));
        Assert.Equal(new ReceiptDocument.Letter("Letter of Dr. Quimby, 5 January 2026", new DateOnly(2026, 12, 31)), says.LetterOfNecessity);
        Assert.IsType<ReceiptOutcome.AlreadyThere>(await till.IssueAsync(visit));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Fifty_issued_at_once_on_two_nodes_leave_no_gap_and_use_no_number_twice(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var ids = new List<AppointmentId>();
        for (var number = 0; number < 50; number++)
        {
            ids.Add(await till.VisitAsync(visits, start: AVisit.FirstStart.AddHours(-2 * number)));
        }

        // Ten visits are asked for twice: what is refused must leave no hole.
        var other = new Till(store, _time, till.Viewer);
        var outcomes = await Task.WhenAll(ids.Concat(ids.Take(10)).Select((id, place) => Task.Run(() => (place % 2 == 0 ? till : other).IssueAsync(id))));

        Assert.Equal(50, outcomes.OfType<ReceiptOutcome.Issued>().Count());
        Assert.Equal(10, outcomes.OfType<ReceiptOutcome.AlreadyThere>().Count());
        await using var db = store.Open();
        Assert.Equal(Enumerable.Range(1, 50), await db.Receipts.OrderBy(each => each.Number).Select(each => each.Number).ToListAsync());
        Assert.Equal(50, await db.Audit.CountAsync(entry => entry.Action == "receipt.issued"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_year_of_a_number_is_the_one_on_the_practices_calendar(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new SetTime(NewYearsEve);
        var (till, visits) = await Till.InAsync(store, clock);
        var first = await till.IssuedAsync(await till.VisitAsync(visits));
        clock.Move(TimeSpan.FromHours(1));
        var second = await till.IssuedAsync(await till.VisitAsync(visits));

        Assert.Equal(((2026, 1), (2027, 1)), ((first.Year, first.Number), (second.Year, second.Number)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_was_issued_is_neither_changed_nor_removed_and_payments_are_only_withdrawn(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var visit = await till.VisitAsync(visits);
        await till.PayAsync(visit, 9_500);
        await till.IssuedAsync(visit);

        foreach (var sql in new[] { "UPDATE receipts SET document = '{}'", "UPDATE receipts SET number = 9", "DELETE FROM receipts", "UPDATE payments SET amount_cents = 1", "DELETE FROM payments" })
        {
            await Assert.ThrowsAnyAsync<DbException>(() => store.ScalarAsync(sql));
        }
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_correction_is_a_further_receipt_and_each_is_corrected_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var visit = await till.VisitAsync(visits);
        var first = await till.IssuedAsync(visit);
        await till.PayAsync(visit, 9_500);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => till.CorrectAsync(first.Id))));
        var second = Assert.Single(outcomes.OfType<ReceiptOutcome.Issued>()).Receipt;
        Assert.All(outcomes.OfType<ReceiptOutcome.AlreadyThere>(), each => Assert.Equal(second.Id, each.Id));
        var third = Assert.IsType<ReceiptOutcome.Issued>(await till.CorrectAsync(second.Id, "Again.")).Receipt;

        Assert.Equal([1, 2, 3], new[] { first, second, third }.Select(each => each.Number));
        var says = ReceiptDocument.Parse(second.Document);
        Assert.Equal(new ReceiptDocument.Correction("2026-0001", "The patient's name was wrong."), says.Corrects);
        Assert.Equal(("Ada King", 9_500, 0), (says.Patient, says.CarePaidCents, says.CareBalanceCents));
        await using var db = store.Open();
        var old = await new ReceiptDesk(db, _time).SeeAsync(till.Viewer, first.Id, "page", CancellationToken.None);
        Assert.Equal(("2026-0002", first.Document), (old!.ReplacedBy.ToString(), old.Receipt.Document));
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Action == "receipt.corrected"));
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "receipt.seen" && entry.SubjectId == first.Id.ToString()));
        Assert.Equal("Reason", Assert.Single(Assert.IsType<ReceiptOutcome.Refused>(await till.CorrectAsync(third.Id, " \u0007 ")).Problems).Field);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_missing_is_said_with_where_it_is_set_and_takes_no_number(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var visit = await till.VisitAsync(visits);
        await using (var db = store.Open())
        {
            var therapist = await db.Therapists.SingleAsync();
            (therapist.LicenceNumber, therapist.LicenceState, therapist.Credential) = ("", "", "");
            (await db.Settings.SingleAsync()).Phone = "";
            (await db.BookingSettings.SingleAsync()).TaxId = "123-45-6789";
            await db.SaveChangesAsync();
        }

        var refused = Assert.IsType<ReceiptOutcome.Refused>(await till.IssueAsync(visit, AVisit.Wish(" ") with { DiscountCents = 9_501 }));

        Assert.Equal(7, refused.Problems.Length);
        Assert.Equal(1, refused.Problems.Count(each => each.Place is ReceiptProblem.Where.Site));
        Assert.Equal(4, refused.Problems.Count(each => each.Place is ReceiptProblem.Where.Offer));
        Assert.Equal(["Patient", "Discount"], refused.Problems.Where(each => each.Place is ReceiptProblem.Where.Here).Select(each => each.Field));
        await using var after = store.Open();
        Assert.Equal(0, await after.Receipts.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Only_what_took_place_has_care_and_a_fee_stands_alone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var coming = await till.VisitAsync(visits, AppointmentState.Confirmed, start: _time.GetUtcNow().UtcDateTime.AddMinutes(-59));
        var past = await till.VisitAsync(visits, AppointmentState.Confirmed);
        var missed = await till.VisitAsync(visits, AppointmentState.NoShow);

        Assert.Contains("took place", Assert.Single(Assert.IsType<ReceiptOutcome.Refused>(await till.IssueAsync(coming)).Problems).Text, StringComparison.Ordinal);
        Assert.Single(ReceiptDocument.Parse((await till.IssuedAsync(past)).Document).Care);
        Assert.IsType<ReceiptOutcome.Refused>(await till.IssueAsync(missed));
        var prepaid = Assert.IsType<PaymentOutcome.Recorded>(await till.PayAsync(missed, 5_000));
        Assert.IsType<ReceiptOutcome.Refused>(await till.IssueAsync(missed));
        await till.WithdrawAsync(prepaid.Payment.Id);
        await till.PayAsync(missed, 5_000, PaymentPurpose.Fee);

        var says = ReceiptDocument.Parse((await till.IssuedAsync(missed)).Document);
        Assert.Empty(says.Care);
        Assert.Null(says.LetterOfNecessity);
        Assert.Equal((PaymentPurpose.Fee, 5_000), (says.NotCare[0].Purpose, says.NotCare[0].AmountCents));
        Assert.Equal((0, 5_000), (says.CarePaidCents, says.ReceivedCents));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_plan_year_goes_by_the_day_of_the_visit_and_counts_only_the_last_of_corrected_receipts(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new SetTime(new DateTime(2027, 2, 1, 15, 0, 0, DateTimeKind.Utc));
        var (till, visits) = await Till.InAsync(store, clock);

        // 31 December, 20:00 in New York: next year in UTC.
        var last = await till.VisitAsync(visits, start: new DateTime(2027, 1, 1, 1, 0, 0, DateTimeKind.Utc));
        var next = await till.VisitAsync(visits, start: new DateTime(2027, 1, 2, 15, 0, 0, DateTimeKind.Utc));
        var first = await till.VisitAsync(visits);
        var open = await till.VisitAsync(visits);
        await till.PayAsync(first, 9_501 - 1);
        await till.PayAsync(first, 333, PaymentPurpose.Tip);
        await till.PayAsync(last, 3_333);
        await till.CorrectAsync((await till.IssuedAsync(first)).Id);
        await till.IssuedAsync(last);
        await till.IssuedAsync(next);

        var year = (await till.YearAsync(visits.Client, 2026))!;

        Assert.Equal(["2027-0002", "2027-0003"], year.Receipts.Select(each => each.Document.Number));
        Assert.Equal(new YearSummary.Totals("USD", 19_000, 0, 12_833, 6_167, 333), Assert.Single(year.Sums));
        Assert.Equal(open, Assert.Single(year.WithoutReceipt).Visit);
        Assert.Empty((await till.YearAsync(visits.Client, 2025))!.Receipts);
        Assert.Null(await till.YearAsync(visits.Client, 1999));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_therapist_sees_the_visits_of_their_own_calendar_and_no_other(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (owners, visits) = await Till.InAsync(store, _time);
        var own = new Till(store, _time, owners.Viewer with { IsOwner = false });
        var stranger = new Till(store, _time, new Viewer(Guid.NewGuid(), IsOwner: false));
        var visit = await owners.VisitAsync(visits);
        var paid = Assert.IsType<PaymentOutcome.Recorded>(await own.PayAsync(visit, 9_500));

        Assert.IsType<PaymentOutcome.NotThere>(await stranger.PayAsync(visit, 100));
        Assert.False(await stranger.WithdrawAsync(paid.Payment.Id));
        Assert.IsType<ReceiptOutcome.NotThere>(await stranger.IssueAsync(visit));
        Assert.Null(await stranger.YearAsync(visits.Client, 2026));
        var receipt = await own.IssuedAsync(visit);
        Assert.IsType<ReceiptOutcome.NotThere>(await stranger.CorrectAsync(receipt.Id));
        Assert.Equal("Mara Reed", (await own.YearAsync(visits.Client, 2026))!.Only);
        await using var db = store.Open();
        var book = new ReceiptBook(db, _time);
        Assert.Null(await book.FindAsync(stranger.Viewer, new ReceiptNumber(2026, 1), CancellationToken.None));
        Assert.Equal(receipt.Id, await book.FindAsync(own.Viewer, new ReceiptNumber(2026, 1), CancellationToken.None));
        Assert.Empty(await book.IssuedAsync(stranger.Viewer, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), CancellationToken.None));
        Assert.Single(await book.IssuedAsync(own.Viewer, new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 20), CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_message_carries_a_link_and_nothing_of_what_the_receipt_says(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var visit = await till.VisitAsync(visits);
        await till.PayAsync(visit, 9_500);
        var receipt = await till.IssuedAsync(visit);

        Assert.Equal([ReceiptSending.Sent, ReceiptSending.Sent], new[] { await SendAsync(), await SendAsync() });
        _time.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(ReceiptSending.Sent, await SendAsync());
        await till.CorrectAsync(receipt.Id);
        _time.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(ReceiptSending.Replaced, await SendAsync());

        await using var db = store.Open();
        var messages = await db.Outbox.OrderBy(each => each.CreatedAtUtc).ToListAsync();
        Assert.Equal(["https://site.example/False", "https://site.example/True"], messages.Select(each => each.Text.Split('\n').Single(line => line.StartsWith("https://", StringComparison.Ordinal)).Trim()));
        Assert.All(messages, each =>
        {
            Assert.Equal("ada@example.com", each.To);
            Assert.DoesNotContain("assage", each.Subject + each.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("95", each.Subject + each.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ada", each.Subject + each.Text, StringComparison.Ordinal);
        });

        async Task<ReceiptSending> SendAsync()
        {
            await using var own = store.Open();
            return await new ReceiptMail(own, _time).SendAsync(till.Viewer, receipt.Id, (_, isCopy) => $"https://site.example/{isCopy}", CancellationToken.None);
        }
    }
}
