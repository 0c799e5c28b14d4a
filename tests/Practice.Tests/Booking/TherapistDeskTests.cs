using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class TherapistDeskTests
{
    private readonly SetTime _time = new(APractice.Start);

    /// <summary>1234567893 is the example of the standard (CMS, "Requirements for NPI check digit").</summary>
    [Theory]
    [InlineData("1234567893", true)]
    [InlineData("1234567890", false)]
    [InlineData("1234567983", false)]
    [InlineData("3234567892", false)]
    [InlineData("123456789", false)]
    [InlineData("12345678930", false)]
    [InlineData("123456789x", false)]
    public void An_identifier_is_known_by_its_check_digit(string text, bool isRight) => Assert.Equal(isRight, ProviderIdentifiers.IsRight(text));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_therapist_is_made_changed_and_what_is_wrong_is_named(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var person = await APerson.InAsync(store);
        var draft = TherapistDraft.New() with { Name = "Mara", LicenceNumber = "L1", LicenceState = "NY", Npi = "1234567893", MostSessions = "5" };
        var made = Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveAsync(null, draft, person, CancellationToken.None));
        await using var db = store.Open();
        var read = TherapistDraft.From(await db.Therapists.AsNoTracking().SingleAsync());

        var wrong = read with { Name = " ", Npi = "1234567890", MostSessions = "0", MostMinutes = "1441", Account = person.ToString(), Credential = new string('x', 41) };
        var refused = Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveAsync(TherapistId.Of(made.Id), wrong, person, CancellationToken.None));
        Assert.Equal(["Account", "Credential", "MostMinutes", "MostSessions", "Name", "Npi"], refused.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));

        Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveAsync(TherapistId.Of(made.Id), read with { IsBookable = false }, person, CancellationToken.None));
        Assert.IsType<OfferOutcome.ChangedMeanwhile>(await Desk(store).SaveAsync(TherapistId.Of(made.Id), read with { Name = "Late" }, person, CancellationToken.None));
        var kept = await db.Therapists.AsNoTracking().SingleAsync();
        Assert.Equal(("Mara", false, 5, (int?)null), (kept.Name, kept.IsBookable, kept.MostSessionsADay, kept.MostMinutesADay));
        Assert.Equal([("therapist.made", ""), ("therapist.changed", "bookable")], (await db.Audit.OrderBy(entry => entry.Id).ToListAsync()).Select(entry => (entry.Action, entry.Note)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task An_account_of_an_owner_or_therapist_is_linked_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var person = await APerson.InAsync(store);
        await using var db = store.Open();
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person, RoleId = PracticeRole.IdOf(PracticeRole.Therapist) });
        await db.SaveChangesAsync();
        var draft = TherapistDraft.New() with { Name = "Mara", Account = person.ToString() };

        Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveAsync(null, draft, person, CancellationToken.None));

        var second = Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveAsync(null, draft with { Name = "Jonas" }, person, CancellationToken.None));
        Assert.Contains("Mara", Assert.Single(second.Problems).Text, StringComparison.Ordinal);
        await db.UserRoles.ExecuteUpdateAsync(set => set.SetProperty(given => given.RoleId, PracticeRole.IdOf(PracticeRole.Editor)));
        Assert.Empty(await Desk(store).AccountsAsync(CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_address_of_a_calendar_is_made_replaced_and_revoked(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store), await APerson.InAsync(store));
        var id = practice.Therapists[0];

        var first = await Desk(store).MakeFeedAsync(id, person, CancellationToken.None);
        var second = await Desk(store).MakeFeedAsync(id, person, CancellationToken.None);

        Assert.NotEqual(first, second);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", second);
        await using var db = store.Open();
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(second!))), await db.Therapists.Select(each => each.FeedHash).SingleAsync());
        Assert.True(await Desk(store).RevokeFeedAsync(id, person, CancellationToken.None));
        Assert.False(await Desk(store).RevokeFeedAsync(id, person, CancellationToken.None));
        Assert.Null(await db.Therapists.AsNoTracking().Select(each => each.FeedHash).SingleAsync());
        Assert.Null(await Desk(store).MakeFeedAsync(TherapistId.New(_time), person, CancellationToken.None));
        Assert.Equal(["feed.made", "feed.replaced", "feed.revoked"], await db.Audit.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
    }

    private TherapistDesk Desk(TestStore store)
    {
        // What is done later has a later id.
        _time.Move(TimeSpan.FromMilliseconds(1));
        return new TherapistDesk(store.Open(), _time);
    }
}
