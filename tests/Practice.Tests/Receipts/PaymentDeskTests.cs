using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Receipts;

public sealed class PaymentDeskTests
{
    /// <summary>22:00 on 2 March in New York, when it is the 3rd in UTC already.</summary>
    private readonly SetTime _time = new(new DateTime(2026, 3, 3, 3, 0, 0, DateTimeKind.Utc));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_form_sent_twice_records_one_payment_and_withdrawing_leaves_it_there(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var visit = await till.VisitAsync(visits);
        var id = PaymentId.New(_time);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => till.PayAsync(visit, 9_500, id: id, reference: " slip\t0042\u202E "))));
        Assert.All(outcomes, each => Assert.Equal(id, Assert.IsType<PaymentOutcome.Recorded>(each).Payment.Id));
        Assert.True(await till.WithdrawAsync(id));
        Assert.True(await till.WithdrawAsync(id));

        await using var db = store.Open();
        var kept = await db.Payments.SingleAsync();
        Assert.Equal(("slip 0042", 9_500), (kept.Reference, kept.AmountCents));
        Assert.NotNull(kept.WithdrawnAtUtc);
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "payment.recorded"));
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.Action == "payment.withdrawn"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_cannot_be_is_refused_all_at_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (till, visits) = await Till.InAsync(store, _time);
        var visit = await till.VisitAsync(visits);
        var request = await till.VisitAsync(visits, AppointmentState.Pending);

        var refused = Assert.IsType<PaymentOutcome.Refused>(await till.PayAsync(visit, 0, reference: "4111 1111 1111 1111", day: new DateOnly(2026, 3, 3)));
        Assert.Equal(["Amount", "Day", "Reference"], refused.Problems.Select(each => each.Field));
        Assert.Equal("Amount", Assert.Single(Assert.IsType<PaymentOutcome.Refused>(await till.PayAsync(visit, Money.Most + 1)).Problems).Field);
        Assert.Equal("Day", Assert.Single(Assert.IsType<PaymentOutcome.Refused>(await till.PayAsync(visit, 1, day: new DateOnly(2016, 3, 1))).Problems).Field);
        Assert.Equal("Reference", Assert.Single(Assert.IsType<PaymentOutcome.Refused>(await till.PayAsync(visit, 1, reference: new string('x', 61))).Problems).Field);
        Assert.Equal("", Assert.Single(Assert.IsType<PaymentOutcome.Refused>(await till.PayAsync(request, 100)).Problems).Field);
        Assert.IsType<PaymentOutcome.NotThere>(await till.PayAsync(new AppointmentId(Guid.NewGuid()), 100));
    }

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("ref 7: 4111-1111-1111-1111 ok")]
    [InlineData("4111/1111.1111_1111")]
    [InlineData("378282246310005")]
    [InlineData("６０１１０００９９０１３９４２４")]
    [InlineData("٤١١١١١١١١١١١١١١١")]
    [InlineData("6304000000000000000")]
    public void Numbers_of_cards_are_found_however_they_are_written(string text) => Assert.True(CardNumbers.AreIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("last four 1111")]
    [InlineData("4111111111111112")]
    [InlineData("slip 000123")]
    [InlineData("41111111111")]
    [InlineData("4111 1111 x 1111 1111")]
    [InlineData("check 1041, 2026-03-02")]
    public void Other_references_are_let_through(string text) => Assert.False(CardNumbers.AreIn(text));

    [Theory]
    [InlineData("95", 9_500)]
    [InlineData(" 95.5 ", 9_550)]
    [InlineData("$0.05", 5)]
    [InlineData("100000.00", 10_000_000)]
    public void Amounts_are_read_to_the_cent(string text, int cents)
    {
        Assert.True(Money.TryParse(text, out var read));
        Assert.Equal(cents, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("95,50")]
    [InlineData("1,000")]
    [InlineData("-5")]
    [InlineData("9.999")]
    [InlineData("1e3")]
    [InlineData("100000.01")]
    [InlineData("٩٥")]
    public void What_is_no_amount_is_refused(string text) => Assert.False(Money.TryParse(text, out _));

    [Theory]
    [InlineData(0, "USD", "$0.00")]
    [InlineData(123_456_789, "USD", "$1,234,567.89")]
    [InlineData(5, "EUR", "EUR 0.05")]
    [InlineData(-501, "USD", "−$5.01")]
    public void Amounts_are_written_for_people(long cents, string currency, string words) => Assert.Equal(words, Money.Words(cents, currency));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("+1,5", "\"'+1,5\"")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    public void A_file_for_spreadsheets_is_quoted_and_runs_nothing(string text, string field)
    {
        var file = new CsvFile("a", "b");
        file.Add(text, "x");

        Assert.Equal($"\uFEFFa,b\r\n{field},x\r\n", System.Text.Encoding.UTF8.GetString(file.ToBytes()));
    }
}
