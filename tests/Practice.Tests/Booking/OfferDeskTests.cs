using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

public sealed class OfferDeskTests
{
    private readonly SetTime _time = new(APractice.Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_service_is_made_and_changed_with_all_that_belongs_to_it(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store, therapists: 2, rooms: 1), await APerson.InAsync(store));
        var draft = ServiceDraft.New(3, practice.Therapists, practice.Rooms) with
        {
            Name = "Après-ski massage",
            Description = "Legs.\r\nWarm.",
            Lengths = [new("30", "45"), new("", ""), new("60", "80,50")],
            AddOns = [new("", "Oil", "", "5.00", true), new("", "", "", "", true)],
        };

        var made = Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveServiceAsync(null, draft, person, CancellationToken.None));
        var kept = await ServiceAsync(store, made.Id);
        Assert.Equal(("apres-ski-massage", "Legs.\nWarm.", 3, 120), (kept.Slug, kept.Description, kept.Order, kept.NoticeMinutes));
        Assert.Equal([(30, 4_500), (60, 8_050)], kept.Lengths.OrderBy(each => each.Minutes).Select(each => (each.Minutes, each.PriceCents)));
        Assert.Equal(("Oil", 0, 500, true), kept.AddOns.Select(each => (each.Name, each.Minutes, each.PriceCents, each.IsOffered)).Single());
        Assert.Equal((2, 1), (kept.Therapists.Count, kept.Rooms.Count));

        var read = ServiceDraft.From(kept);
        var changed = read with
        {
            Slug = "apres",
            IsOffered = false,
            Lengths = [new("60", "82"), new("90", "120")],
            AddOns = [read.AddOns[0] with { IsOffered = false }, new("", "Stones", "15", "0", true)],
            Therapists = [practice.Therapists[1].ToString()],
            Rooms = [],
        };
        Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveServiceAsync(kept.Id, changed, person, CancellationToken.None));
        var now = await ServiceAsync(store, made.Id);
        Assert.Equal(("apres", false), (now.Slug, now.IsOffered));
        Assert.Equal([(60, 8_200), (90, 12_000)], now.Lengths.OrderBy(each => each.Minutes).Select(each => (each.Minutes, each.PriceCents)));
        Assert.Equal([("Oil", false), ("Stones", true)], now.AddOns.OrderBy(each => each.Name).Select(each => (each.Name, each.IsOffered)));
        Assert.Equal(kept.AddOns[0].Id, now.AddOns.Single(each => each.Name == "Oil").Id);
        Assert.Equal((practice.Therapists[1], 0), (now.Therapists.Single().TherapistId, now.Rooms.Count));

        // What was read before is no longer what is there.
        Assert.IsType<OfferOutcome.ChangedMeanwhile>(await Desk(store).SaveServiceAsync(kept.Id, read with { Name = "Mine" }, person, CancellationToken.None));
        Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveServiceAsync(kept.Id, ServiceDraft.From(now), person, CancellationToken.None));
        Assert.IsType<OfferOutcome.Gone>(await Desk(store).SaveServiceAsync(ServiceId.New(_time), draft, person, CancellationToken.None));
        await using var db = store.Open();
        Assert.Equal(
            [("service.made", ""), ("service.changed", "address, offered, lengths, add-ons, therapists, rooms")],
            (await db.Audit.Where(entry => entry.Subject == "service").OrderBy(entry => entry.Id).ToListAsync()).Select(entry => (entry.Action, entry.Note)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task All_that_is_wrong_is_named_at_once_and_nothing_is_kept(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store), await APerson.InAsync(store));
        await using var db = store.Open();
        var read = ServiceDraft.From(await ServiceAsync(store, practice.Service.Value));
        var wrong = read with
        {
            Name = new string('x', 101),
            Slug = "No Slug",
            Description = "\u0000",
            BufferBefore = "241",
            BufferAfter = "-1",
            Step = "4",
            Notice = "x",
            Window = "731",
            MoveHours = "",
            CancelHours = "1.5",
            Order = "1000",
            Lengths = [new("60", "12,345"), new("60", "1"), new("481", "1")],
            AddOns = [new("", "", "1", "1", true), new("", "A, b", "1", "1", true), new("", "C", "0", "0", true), new("", "D", "121", "x", true), new("", "c", "1", "1", true)],
            Therapists = [Guid.NewGuid().ToString(), "x"],
            Rooms = ["' OR 1=1"],
        };

        var refused = Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveServiceAsync(practice.Service, wrong, person, CancellationToken.None));

        Assert.Equal(
            ["AddOnMinutes-2", "AddOnMinutes-3", "AddOnName-0", "AddOnName-1", "AddOnName-4", "AddOnPrice-3", "BufferAfter", "BufferBefore", "CancelHours", "Description", "LengthMinutes-1", "LengthMinutes-2", "LengthPrice-0", "MoveHours", "Name", "Notice", "Order", "Rooms", "Slug", "Step", "Therapists", "Window"],
            refused.Problems.Select(problem => problem.Field).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(read.Fingerprint, ServiceDraft.From(await ServiceAsync(store, practice.Service.Value)).Fingerprint);
        Assert.Equal(0, await db.Audit.CountAsync());
        var none = await Desk(store).SaveServiceAsync(practice.Service, read with { Lengths = [], Window = "1", Notice = "2880" }, person, CancellationToken.None);
        Assert.Equal(["Notice", "LengthMinutes-0"], Assert.IsType<OfferOutcome.Refused>(none).Problems.Select(problem => problem.Field));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Two_services_of_one_name_have_two_addresses(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store), await APerson.InAsync(store));
        var draft = ServiceDraft.New(1, practice.Therapists, []) with { Name = "Massage", Lengths = [new("60", "80")] };

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Desk(store).SaveServiceAsync(null, draft, person, CancellationToken.None))));

        Assert.All(made, each => Assert.IsType<OfferOutcome.Saved>(each));
        await using var db = store.Open();
        Assert.Equal(["massage", "massage-2", "massage-3", "massage-4", "massage-5"], await db.Services.OrderBy(each => each.Slug).Select(each => each.Slug).ToListAsync());
        Assert.Equal("Slug", Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveServiceAsync(null, draft with { Slug = "massage-2" }, person, CancellationToken.None)).Problems.Single().Field);
        Assert.Equal("Slug", Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveServiceAsync(null, draft with { Slug = "waiting" }, person, CancellationToken.None)).Problems.Single().Field);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Of_two_who_save_at_once_one_is_told(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (practice, person) = (await APractice.InAsync(store), await APerson.InAsync(store));
        var read = ServiceDraft.From(await ServiceAsync(store, practice.Service.Value));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
            Desk(store).SaveServiceAsync(practice.Service, read with { Name = $"Number {number}" }, person, CancellationToken.None))));

        Assert.Single(outcomes.OfType<OfferOutcome.Saved>());
        Assert.Equal(7, outcomes.OfType<OfferOutcome.ChangedMeanwhile>().Count());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_room_has_a_name_of_its_own_and_is_taken_out_of_use_without_being_lost(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var person = await APerson.InAsync(store);
        var made = Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveRoomAsync(null, " Garden ", true, "", person, CancellationToken.None));
        Assert.Equal("Name", Assert.IsType<OfferOutcome.Refused>(await Desk(store).SaveRoomAsync(null, "garden", true, "", person, CancellationToken.None)).Problems.Single().Field);
        await using var db = store.Open();
        var fingerprint = OfferDesk.FingerprintOf(await db.Rooms.AsNoTracking().SingleAsync());

        Assert.IsType<OfferOutcome.Saved>(await Desk(store).SaveRoomAsync(RoomId.Of(made.Id), "Garden", false, fingerprint, person, CancellationToken.None));
        Assert.IsType<OfferOutcome.ChangedMeanwhile>(await Desk(store).SaveRoomAsync(RoomId.Of(made.Id), "Yard", true, fingerprint, person, CancellationToken.None));

        Assert.Equal(("Garden", false), (await db.Rooms.AsNoTracking().Select(room => new { room.Name, room.IsOffered }).SingleAsync()) is var room ? (room.Name, room.IsOffered) : default);
    }

    [Theory]
    [InlineData("95", 9_500)]
    [InlineData(" 95.00 ", 9_500)]
    [InlineData("95,05", 9_505)]
    [InlineData("0", 0)]
    [InlineData("10000", 1_000_000)]
    [InlineData("10000.01", null)]
    [InlineData("1,250", null)]
    [InlineData("95.5", null)]
    [InlineData("-1", null)]
    [InlineData("$95", null)]
    [InlineData("9 5", null)]
    [InlineData("٩٥", null)]
    [InlineData("", null)]
    public void An_amount_is_read_as_it_is_meant_or_not_at_all(string text, int? cents)
    {
        Assert.Equal(cents is not null, Prices.TryRead(text, out var read));
        Assert.Equal(cents ?? 0, read);
    }

    [Theory]
    [InlineData("9", 540)]
    [InlineData("09:00", 540)]
    [InlineData("9.30", 570)]
    [InlineData("9 am", 540)]
    [InlineData("12am", 0)]
    [InlineData("12:15 p.m.", 735)]
    [InlineData("5:30PM", 1050)]
    [InlineData("24:00", 1440)]
    [InlineData("00:00", 0)]
    [InlineData("24:01", null)]
    [InlineData("9:60", null)]
    [InlineData("13pm", null)]
    [InlineData("0am", null)]
    [InlineData("9:5", null)]
    [InlineData("noon", null)]
    public void A_time_of_day_is_read_as_it_is_meant_or_not_at_all(string text, int? minutes)
    {
        var isRead = ClockTimes.TryRead(text, out var read);
        Assert.Equal(minutes is not null, isRead);
        Assert.True(!isRead || read == minutes, $"{read}");
    }

    private OfferDesk Desk(TestStore store)
    {
        // What is done later has a later id.
        _time.Move(TimeSpan.FromMilliseconds(1));
        return new OfferDesk(store.Open(), _time);
    }

    private static async Task<Service> ServiceAsync(TestStore store, Guid id)
    {
        await using var db = store.Open();
        var service = ServiceId.Of(id);
        return await db.Services.AsNoTracking().Include(each => each.Lengths).Include(each => each.AddOns).Include(each => each.Therapists).Include(each => each.Rooms).SingleAsync(each => each.Id == service);
    }
}
