using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Shared;
using Unknot.Practice.Site;

namespace Unknot.Practice.Tests.Site;

public sealed class SettingsDeskTests
{
    private static readonly SettingsDraft Good = SettingsDraft.From(SettingsDesk.ProductDefault()) with
    {
        Name = "Hollow Reed Massage",
        Street = "1 Example Street",
        City = "Springfield",
        Region = "IL",
        PostalCode = "00000",
        Country = "US",
        Phone = "(555) 555-0100 ext. 3",
        Email = "hello@example.com",
        TimeZone = "America/Chicago",
        Hours = "Mon-Fri 09:00-12:00, 13:00-17:00\r\n\r\nSat, Sun 10:00-24:00",
        AccentLight = "#7A1F5C",
        AccentDark = "#f0a5d8",
        About = "We **press** gently.",
    };

    private readonly SetClock _clock = new();

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Without_a_row_it_is_the_products_own_and_what_is_saved_is_read_back(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using (var db = store.Open())
        {
            var start = await new SettingsDesk(db, _clock).LoadAsync(CancellationToken.None);
            Assert.Equal(("Unknot", "", 0), (start.Name, start.City, start.Version));
            Assert.Equal(1, Assert.IsType<SettingsOutcome.Saved>(await new SettingsDesk(db, _clock).SaveAsync(Good, null, CancellationToken.None)).Version);
        }

        await using var again = store.Open();
        var kept = await new SettingsDesk(again, _clock).LoadAsync(CancellationToken.None);
        Assert.Equal("Mon-Fri 09:00-12:00, 13:00-17:00\n\nSat, Sun 10:00-24:00", kept.Hours);
        Assert.Equal("#7a1f5c", kept.AccentLight);
        Assert.Equal("settings.saved", Assert.Single(await again.Audit.ToListAsync()).Action);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task All_that_is_wrong_is_said_at_once_and_nothing_is_kept(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var db = store.Open();
        var bad = Good with
        {
            Name = " ",
            Country = "usa",
            City = "",
            Phone = "call me",
            Email = "hello@example",
            TimeZone = "America/Nowhere",
            Hours = "Mon-Fri 9-5",
            Logo = "x",
            AccentLight = "#74cbcd",
            AccentDark = "teal",
        };

        var refused = Assert.IsType<SettingsOutcome.Refused>(await new SettingsDesk(db, _clock).SaveAsync(bad, null, CancellationToken.None));

        Assert.Equal(
            ["AccentDark", "AccentLight", "City", "Country", "Email", "Hours", "Logo", "Name", "Phone", "TimeZone"],
            refused.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
        Assert.Equal(0, await db.Settings.CountAsync() + await db.Audit.CountAsync());
    }

    [Fact]
    public void A_colour_that_cannot_be_read_is_refused_with_its_contrast()
    {
        // #74cbcd on #efe8df is 1.57 by WebAIM's contrast checker; #777777 on #ffffff 4.48.
        var problem = Assert.Single(SettingsCheck.Of(Good with { AccentLight = "#74cbcd" }));

        Assert.Contains("contrast is 1.5", problem.Text, StringComparison.Ordinal);
        Assert.Equal(4.48, new Rgb(0x77, 0x77, 0x77).ContrastTo(new Rgb(255, 255, 255)), 0.005);
        Assert.Equal(21, new Rgb(0, 0, 0).ContrastTo(new Rgb(255, 255, 255)), 1e-9);
    }

    [Fact]
    public void Every_accent_that_is_taken_can_be_read_wherever_it_stands()
    {
        var random = new Random(20260304);
        var taken = 0;
        for (var each = 0; each < 4000; each++)
        {
            var colour = new Rgb((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
            foreach (var (grounds, accent) in new[] { (Accent.LightGrounds, Accent.Light(colour)), (Accent.DarkGrounds, Accent.Dark(colour)) })
            {
                if (Accent.WorstContrast(colour, grounds) < Accent.Enough)
                {
                    continue;
                }

                taken++;
                Assert.All(grounds, ground => Assert.True(accent.Hover.ContrastTo(ground) >= 4.5, $"{colour} hover on {ground}"));
                Assert.True(accent.OnAct.ContrastTo(accent.Act) >= 4.5 && accent.OnAct.ContrastTo(accent.Hover) >= 4.5, $"text on {colour}");
                Assert.True(accent.Act.ContrastTo(accent.Soft) >= 4.5, $"{colour} on {accent.Soft}");
            }
        }

        Assert.True(taken > 500, $"{taken} colours were tried.");
    }

    [Fact]
    public void The_grounds_are_those_of_the_stylesheet()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Unknot.slnx")))
        {
            folder = folder.Parent!;
        }

        var sheet = File.ReadAllText(Path.Combine(folder.FullName, "src", "Web", "wwwroot", "css", "base.css"));
        var (light, dark) = (sheet[..sheet.IndexOf("@media", StringComparison.Ordinal)], sheet[sheet.IndexOf("@media", StringComparison.Ordinal)..]);
        foreach (var (part, grounds) in new[] { (light, Accent.LightGrounds), (dark, Accent.DarkGrounds) })
        {
            Assert.Equal(grounds.Select(ground => ground.ToString()), new[] { "ground", "surface", "sunken" }.Select(name =>
                part[(part.IndexOf($"--{name}: ", StringComparison.Ordinal) + name.Length + 4)..][..7]));
        }
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_knew_an_older_version_is_told_so(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(async () =>
        {
            await using var db = store.Open();
            return await new SettingsDesk(db, _clock).SaveAsync(Good with { Name = $"Practice {number}" }, null, CancellationToken.None);
        })));

        Assert.Single(outcomes.OfType<SettingsOutcome.Saved>());
        Assert.Equal(5, outcomes.OfType<SettingsOutcome.ChangedMeanwhile>().Count());
        await using var db = store.Open();
        Assert.IsType<SettingsOutcome.ChangedMeanwhile>(await new SettingsDesk(db, _clock).SaveAsync(Good with { Version = 7 }, null, CancellationToken.None));
        Assert.Equal(2, Assert.IsType<SettingsOutcome.Saved>(await new SettingsDesk(db, _clock).SaveAsync(Good with { Version = 1 }, null, CancellationToken.None)).Version);
        Assert.Equal(2, await db.Audit.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_shelf_shows_a_save_at_once_and_that_of_another_node_after_half_a_minute(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var shelf = new SettingsShelf(new OwnContexts(store), _clock);
        Assert.Equal("Unknot", (await shelf.CurrentAsync(CancellationToken.None)).Name);
        await using (var db = store.Open())
        {
            await new SettingsDesk(db, _clock).SaveAsync(Good, null, CancellationToken.None);
        }

        _clock.Pass(SettingsShelf.Freshness - TimeSpan.FromSeconds(1));
        Assert.Equal("Unknot", (await shelf.CurrentAsync(CancellationToken.None)).Name);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Good.Name, (await shelf.CurrentAsync(CancellationToken.None)).Name);
        await using (var db = store.Open())
        {
            await new SettingsDesk(db, _clock).SaveAsync(Good with { Name = "Later", Version = 1 }, null, CancellationToken.None);
        }

        shelf.Forget();
        Assert.Equal("Later", (await shelf.CurrentAsync(CancellationToken.None)).Name);
    }
}
