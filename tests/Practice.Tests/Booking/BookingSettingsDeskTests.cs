using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class BookingSettingsDeskTests
{
    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task They_are_saved_once_for_each_version_that_was_read(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var person = await APerson.InAsync(store);
        var read = BookingSettingsDraft.From(await Desk(store).LoadAsync(CancellationToken.None));
        var wanted = read with { IsOpen = false, ReminderHours = "48", LatePolicy = "Half.\r\nKindly.", LegalName = "Reed LLC", TaxId = "12-3456789" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Desk(store).SaveAsync(wanted, person, CancellationToken.None))));

        Assert.Single(outcomes.OfType<OfferOutcome.Saved>());
        Assert.Equal(3, outcomes.OfType<OfferOutcome.ChangedMeanwhile>().Count());
        var kept = await Desk(store).LoadAsync(CancellationToken.None);
        Assert.Equal((false, 48, "Half.\nKindly.", "USD", "Reed LLC", "12-3456789", 1), (kept.IsOpen, kept.ReminderHours, kept.LatePolicy, kept.Currency, kept.LegalName, kept.TaxId, kept.Version));
        await using var db = store.Open();
        Assert.Equal("open, reminder, late policy, legal name, tax id", (await db.Audit.SingleAsync()).Note);
    }

    [Theory]
    [InlineData("123-45-6789", "social security")]
    [InlineData("123 45 6789", "social security")]
    [InlineData("123456789", "like “12-3456789”")]
    [InlineData("12-345678", "like “12-3456789”")]
    [InlineData("１２-3456789", "like “12-3456789”")]
    public async Task A_social_security_number_is_refused_with_the_reason(string taxId, string reason)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var draft = BookingSettingsDraft.From(BookingSettings.ProductDefault()) with { TaxId = taxId };
        var refused = Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveAsync(draft, Guid.NewGuid(), CancellationToken.None));
        Assert.Contains(reason, Assert.Single(refused.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_named_at_once()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var draft = new BookingSettingsDraft(true, "169", new string('x', 1001), "usd", "a\tb", "x", 0);
        var refused = Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveAsync(draft, Guid.NewGuid(), CancellationToken.None));
        Assert.Equal(["ReminderHours", "LatePolicy", "LegalName", "Currency", "TaxId"], refused.Problems.Select(problem => problem.Field));
        Assert.Equal(0, (await Desk(store).LoadAsync(CancellationToken.None)).Version);
    }

    private BookingSettingsDesk Desk(TestStore store) => new(store.Open(), _time);
}
