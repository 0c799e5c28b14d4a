using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;
using Unknot.Web.Features.Views;
using Unknot.Web.Hosting;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Talk;

public sealed class ViewTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Only_readers_count_and_each_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var site = new ClockedSite(store);
        var article = await StoredArticle.AddAsync(site.Services, "necks");
        var token = site.Services.GetRequiredService<SignedTokens>().Issue(CountView.Purpose, article.ToString());
        using var reader = site.Reader();

        await SayAsync(reader, token);                                              // at once: nobody has read anything
        Assert.Equal(0, await ViewsAsync(site, article));
        site.Time.Move(TimeSpan.FromSeconds(6));
        foreach (var program in new[] { "curl/8.14.1", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" })
        {
            using var bot = site.CreateClient();
            bot.DefaultRequestHeaders.UserAgent.ParseAdd(program);
            await SayAsync(bot, token);
        }

        using var ahead = site.Reader();
        ahead.DefaultRequestHeaders.Add("Sec-Purpose", "prefetch;prerender");
        await SayAsync(ahead, token);
        using var elsewhere = site.Reader();
        elsewhere.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        await SayAsync(elsewhere, token);
        Assert.Equal(0, await ViewsAsync(site, article));

        for (var reload = 0; reload < 50; reload++)
        {
            await SayAsync(reader, token);
        }

        Assert.Equal(1, await ViewsAsync(site, article));
        site.Time.Move(TimeSpan.FromHours(7));
        using var another = site.Reader();
        another.DefaultRequestHeaders.UserAgent.ParseAdd("Firefox/145.0");
        await SayAsync(another, token);                                             // the page had lain open
        Assert.Equal(1, await ViewsAsync(site, article));
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task A_token_that_is_not_ours_is_refused(string token)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new ClockedSite(store);
        using var reader = site.Reader();

        using var answer = await reader.PostAsync("/articles/view", new FormUrlEncodedContent([KeyValuePair.Create("token", token)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task SayAsync(HttpClient reader, string token)
    {
        using var answer = await reader.PostAsync("/articles/view", new FormUrlEncodedContent([KeyValuePair.Create("token", token)]));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<long> ViewsAsync(ClockedSite site, ArticleId id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Articles.Where(article => article.Id == id).Select(article => article.Views).SingleAsync();
    }
}
