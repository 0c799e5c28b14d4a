using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Shared;
using Unknot.Practice.Views;

namespace Unknot.Practice.Tests.Views;

public sealed class ViewCounterTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Ten_thousand_views_of_two_nodes_are_counted_once_a_reader(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var first = await Written.ArticleAsync(store);
        var second = await Written.ArticleAsync(store, "backs");
        var time = new SetTime(Written.Start);
        using var here = await StartAsync(store, time);
        using var there = await StartAsync(store, time);

        // 2,500 readers open both articles, and each page counts twice: the browser sent it to both nodes.
        var counted = await Task.WhenAll(
            from reader in Enumerable.Range(0, 2_500)
            from article in new[] { first, second }
            from node in new[] { here, there }
            select Task.Run(() => node.CountAsync(article, Reader(reader), CancellationToken.None)));

        Assert.Equal(5_000, counted.Count(views => views));
        await using var db = store.Open();
        Assert.Equal([2_500, 2_500], await db.Articles.Select(article => article.Views).ToListAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_reader_counts_again_the_next_day_and_nobody_can_tell_that_it_was_the_same(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        var time = new SetTime(Written.Start);
        using var counter = await StartAsync(store, time);

        Assert.True(await counter.CountAsync(article, Reader(1), CancellationToken.None));
        Assert.False(await counter.CountAsync(article, Reader(1), CancellationToken.None));
        var yesterday = await store.ScalarAsync("SELECT mark FROM view_marks");
        time.Move(TimeSpan.FromDays(1));
        Assert.True(await counter.CountAsync(article, Reader(1), CancellationToken.None));

        await using var db = store.Open();
        Assert.Equal(2, (await db.Articles.SingleAsync()).Views);
        Assert.NotEqual(yesterday, (await db.ViewMarks.SingleAsync()).Mark);
        Assert.Equal(new DateOnly(2026, 1, 2), (await db.ViewKeys.SingleAsync()).Day);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_view_of_no_article_counts_nothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var counter = await StartAsync(store, new SetTime(Written.Start));

        Assert.False(await counter.CountAsync(ArticleId.New(TimeProvider.System), Reader(1), CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_waits_when_the_server_stops_is_written(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        using var counter = await StartAsync(store, new SetTime(Written.Start));
        var waiting = Enumerable.Range(0, 2_000).Select(reader => counter.CountAsync(article, Reader(reader), CancellationToken.None)).ToList();

        await waiting[0];
        await counter.StopAsync(CancellationToken.None);

        Assert.All(await Task.WhenAll(waiting).WaitAsync(TimeSpan.FromSeconds(30)), Assert.True);
        await using var db = store.Open();
        Assert.Equal(waiting.Count, (await db.Articles.SingleAsync()).Views);
    }

    [Fact]
    public void A_network_is_shortened_before_anything_is_done_with_it()
    {
        Assert.Equal("c00002", ReaderTrace.Of(IPAddress.Parse("192.0.2.77"), "x").Network);
        Assert.Equal("c00002", ReaderTrace.Of(IPAddress.Parse("::ffff:192.0.2.78"), "x").Network);
        Assert.Equal("20010db80001", ReaderTrace.Of(IPAddress.Parse("2001:db8:1:2::3"), "x").Network);
        Assert.Equal("", ReaderTrace.Of(null, "x").Network);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true)]
    [InlineData("Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko; compatible; Bytespider)", true)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36", true)]
    [InlineData("curl/8.14.1", true)]
    [InlineData("", true)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", false)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", false)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", false)]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36", false)]
    public void Programs_are_told_from_readers(string browser, bool bot) => Assert.Equal(bot, KnownBots.Includes(browser));

    [Fact]
    public void A_network_that_has_had_its_share_waits_for_the_next_hour()
    {
        var time = new SetTime(Written.Start);
        var cap = new NetworkCap(2, TimeSpan.FromHours(1), time);

        Assert.Equal([true, true, false, true], [cap.Allows("a"), cap.Allows("a"), cap.Allows("a"), cap.Allows("b")]);
        time.Move(TimeSpan.FromHours(1));
        Assert.True(cap.Allows("a"));
    }

    private static ReaderTrace Reader(int number) => new("c00002", string.Create(CultureInfo.InvariantCulture, $"Browser {number}"));

    private static async Task<ViewCounter> StartAsync(TestStore store, TimeProvider time)
    {
        var factory = new StoreFactory(store);
        var counter = new ViewCounter(factory, new DayKeys(factory, time));
        await counter.StartAsync(CancellationToken.None);
        return counter;
    }
}
