using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Comments;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Talk;

/// <summary>Comments as a reader without script meets them.</summary>
public sealed partial class CommentPagesTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_reader_writes_waits_changes_and_is_answered(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var site = new ClockedSite(store);
        await StoredArticle.AddAsync(site.Services, "necks");
        using var reader = site.Reader();

        var sent = await SendAsync(site, reader, "necks", name: "Ada & <b>Bob</b>", text: "It *helped*.", email: "ada@example.com");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var own = sent.Headers.Location!.OriginalString;
        Assert.Contains("will appear once somebody", await reader.GetStringAsync(own), StringComparison.Ordinal);
        Assert.DoesNotContain("helped", await reader.GetStringAsync("/articles/necks/comments"), StringComparison.Ordinal);

        var changed = await reader.PostAsync(own, new FormUrlEncodedContent([KeyValuePair.Create("text", "It *really* helped.")]));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await ApproveAllAsync(site);

        var page = await reader.GetStringAsync("/articles/necks/comments");
        Assert.Contains("Ada &amp; &lt;b&gt;Bob&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("It <em>really</em> helped.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@example.com", page, StringComparison.Ordinal);

        var parent = AnswerLink().Match(page).Groups["id"].Value;
        Assert.Contains("Answer Ada", await reader.GetStringAsync($"/articles/necks/comments?answer={parent}"), StringComparison.Ordinal);
        await SendAsync(site, reader, "necks", text: "Here too.", parent: parent);
        await ApproveAllAsync(site);
        page = await reader.GetStringAsync("/articles/necks/comments");
        Assert.Contains("2 comments", page, StringComparison.Ordinal);
        Assert.Contains("Here too.", page[page.IndexOf("comment-answers", StringComparison.Ordinal)..], StringComparison.Ordinal);

        // The message about the answer leads to a page that ends them; opening it changes nothing.
        var stop = await StopAddressAsync(site);
        Assert.Contains("Stop the messages", await reader.GetStringAsync(stop), StringComparison.Ordinal);
        Assert.Equal(1, await AddressesKeptAsync(site));
        await reader.PostAsync(stop, new FormUrlEncodedContent([]));
        Assert.Equal(0, await AddressesKeptAsync(site));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new ClockedSite(store);
        await StoredArticle.AddAsync(site.Services, "necks");
        using var reader = site.Reader();

        var answer = await SendAsync(site, reader, "necks", name: "", text: "My text stays", email: "nonsense");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Write a name.", page, StringComparison.Ordinal);
        Assert.Contains("not an e-mail address", page, StringComparison.Ordinal);
        Assert.Contains("My text stays", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "", "very quick")]
    [InlineData(60, "https://spam.example", "very quick")]
    [InlineData(25 * 3600, "", "open for too long")]
    public async Task Programs_and_old_forms_are_asked_to_send_again(int seconds, string trap, string said)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new ClockedSite(store);
        await StoredArticle.AddAsync(site.Services, "necks");
        using var reader = site.Reader();

        var answer = await SendAsync(site, reader, "necks", after: TimeSpan.FromSeconds(seconds), trap: trap);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_without_a_pause_is_asked_to_wait()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new ClockedSite(store);
        await StoredArticle.AddAsync(site.Services, "necks");
        using var reader = SignedInClient.Stranger(site);

        var answers = new List<HttpStatusCode>();
        for (var comment = 0; comment < 11; comment++)
        {
            answers.Add((await SendAsync(site, reader, "necks")).StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Redirect, 10), HttpStatusCode.TooManyRequests], answers);
        using var another = SignedInClient.Stranger(site);
        another.DefaultRequestHeaders.Remove(OwnNetwork.Header);
        another.DefaultRequestHeaders.Add(OwnNetwork.Header, "10.200.1.1");
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(site, another, "necks")).StatusCode);
    }

    [Theory]
    [InlineData("/articles/nothing/comments")]
    [InlineData("/comments/own/abc")]
    [InlineData("/comments/notices/abc")]
    [InlineData("/comments/5c8e4a2e-8f0e-4d5c-9d2a-0d6c0a5c1b11/report")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new ClockedSite(store);
        using var reader = site.Reader();

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_form_of_one_article_is_no_form_of_another_and_a_link_to_stop_is_no_link_to_change()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new ClockedSite(store);
        await StoredArticle.AddAsync(site.Services, "necks");
        await StoredArticle.AddAsync(site.Services, "backs");
        using var reader = site.Reader();
        var token = TokenField().Match(await reader.GetStringAsync("/articles/backs/comments")).Groups["token"].Value;
        site.Time.Move(TimeSpan.FromMinutes(1));

        var answer = await reader.PostAsync("/articles/necks/comments", Form(token, "Ada", "Hello", "", "", ""));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/comments/own/{token}")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        ClockedSite site, HttpClient reader, string slug, string name = "Ada", string text = "It helped.", string email = "", string parent = "", string trap = "", TimeSpan? after = null)
    {
        var token = TokenField().Match(await reader.GetStringAsync($"/articles/{slug}/comments")).Groups["token"].Value;
        site.Time.Move(after ?? TimeSpan.FromSeconds(20));
        return await reader.PostAsync($"/articles/{slug}/comments", Form(token, name, text, email, parent, trap));
    }

    private static FormUrlEncodedContent Form(string token, string name, string text, string email, string parent, string trap) => new(
    [
        KeyValuePair.Create("form", token), KeyValuePair.Create("name", name), KeyValuePair.Create("text", text), KeyValuePair.Create("email", email),
        KeyValuePair.Create("answers", parent), KeyValuePair.Create("website", trap),
    ]);

    private static async Task ApproveAllAsync(ClockedSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var desk = scope.ServiceProvider.GetRequiredService<ModerationDesk>();
        if (!await db.Users.AnyAsync())
        {
            db.Users.Add(new Practice.People.Person { Id = Guid.CreateVersion7(), Name = "Owner", UserName = "owner", CreatedAtUtc = Written.Start });
            await db.SaveChangesAsync();
        }

        var person = (await db.Users.FirstAsync()).Id;
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var links = scope.ServiceProvider.GetRequiredService<CommentAddresses>().Links(context);
        foreach (var held in await db.Comments.Where(comment => comment.State == CommentState.Held).Select(comment => comment.Id).ToListAsync())
        {
            await desk.DecideAsync(held, CommentState.Shown, person, links, CancellationToken.None);
        }
    }

    private static async Task<string> StopAddressAsync(ClockedSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var message = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Outbox.SingleAsync();
        return StopLink().Match(message.Text).Value;
    }

    private static async Task<int> AddressesKeptAsync(ClockedSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Comments.CountAsync(comment => comment.Email != null);
    }

    [GeneratedRegex("name=\"form\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("comments\\?answer=(?<id>[0-9a-f-]{36})")]
    private static partial Regex AnswerLink();

    [GeneratedRegex("/comments/notices/\\S+")]
    private static partial Regex StopLink();
}
