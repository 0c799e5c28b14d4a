using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;
using Unknot.Web.Tests.Articles;

namespace Unknot.Web.Tests.Console;

public sealed class WritingTests(WritingTests.EditorSite site) : IClassFixture<WritingTests.EditorSite>
{
    private readonly SignedInClient editor = site.Editor;

    /// <summary>The real application with an editor signed in.</summary>
    public sealed class EditorSite : OwnStoreSite, IAsyncLifetime
    {
        public SignedInClient Editor { get; private set; } = null!;

        public async Task InitializeAsync() => Editor = await SignedInClient.AsAsync(this, PracticeRole.Editor);

        async Task IAsyncLifetime.DisposeAsync()
        {
            Editor.Dispose();
            await DisposeAsync();
        }
    }

    [Fact]
    public async Task A_newcomer_writes_saves_schedules_publishes_and_takes_back()
    {
        var address = await BeginAsync("My first article");
        Assert.Contains("Draft", await editor.Http.GetStringAsync("/console/articles"), StringComparison.Ordinal);

        await SendAsync(address, "save", 1);
        await SendAsync(address, "schedule", 2, ("at", "2030-07-04T09:30"));
        Assert.Equal(HttpStatusCode.NotFound, await PublicStatusAsync(address));
        Assert.Contains("for 4 Jul 2030, 09:30", await editor.Http.GetStringAsync(address), StringComparison.Ordinal);
        await SendAsync(address, "publish", 2);
        Assert.Equal(HttpStatusCode.OK, await PublicStatusAsync(address));
        await SendAsync(address, "unpublish", 2);
        Assert.Equal(HttpStatusCode.Gone, await PublicStatusAsync(address));

        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var actions = await db.Audit.Where(entry => entry.Subject == "article" && entry.PersonId == editor.PersonId && entry.SubjectId == address.Substring("/console/articles/".Length)).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync();
        Assert.Equal("article.created article.saved article.scheduled article.published article.unpublished", string.Join(' ', actions));
        var id = ArticleId.Of(IdOf(address));
        Assert.All(await db.ArticleRevisions.Where(revision => revision.ArticleId == id).ToListAsync(), revision => Assert.Equal(editor.PersonId, revision.PersonId));
    }

    [Fact]
    public async Task What_two_people_write_at_once_is_not_lost()
    {
        var address = await BeginAsync("Shared");
        await SendAsync(address, "save", 1, ("body", "Hers."));

        using var response = await editor.SubmitAsync(address, null, await FieldsAsync(address, "save", 1, ("body", "His.")));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Hers.", page, StringComparison.Ordinal);
        Assert.Contains("His.", page, StringComparison.Ordinal);
        Assert.Contains("name=\"revision\" value=\"2\"", page, StringComparison.Ordinal);
        await SendAsync(address, "save", 2, ("body", "Both."));
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_what_was_typed_stays()
    {
        var address = await BeginAsync("Troubles");

        using var response = await editor.SubmitAsync(address, null, await FieldsAsync(address, "save", 1, ("title", ""), ("slug", "No good"), ("summary", "Typed <b>")));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("An article needs a title.", page, StringComparison.Ordinal);
        Assert.Contains("cannot be an address", page, StringComparison.Ordinal);
        Assert.Contains("Typed &lt;b&gt;", page, StringComparison.Ordinal);
        using var noTime = await editor.SubmitAsync(address, null, await FieldsAsync(address, "schedule", 1, ("at", "soon")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noTime.StatusCode);
    }

    [Fact]
    public async Task A_preview_is_what_readers_will_see_and_keeps_nothing()
    {
        var token = await SignedInClient.TokenAsync(editor.Http, "/console/articles");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("part", "1"), KeyValuePair.Create("body", "The soleus <script>x</script>\n\n[[muscle nothing]]"), KeyValuePair.Create("__RequestVerificationToken", token)]);

        using var response = await editor.Http.PostAsync("/console/articles/preview", form);
        var html = await response.Content.ReadAsStringAsync();

        Assert.Contains("data-muscle=\"soleus\"", html, StringComparison.Ordinal);
        Assert.Contains("Line 3: The atlas has no muscle", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.Empty(Html.WhatActs(html));
        await using var scope = site.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<PracticeDb>().Articles.AnyAsync(article => article.Body.Contains("<script>x")));
    }

    [Fact]
    public async Task An_old_revision_is_compared_and_brought_back()
    {
        var address = await BeginAsync("Revised");
        await SendAsync(address, "save", 1, ("body", "First words."));
        await SendAsync(address, "save", 2, ("body", "Second words."));

        foreach (var view in new[] { "side", "inline" })
        {
            var page = await editor.Http.GetStringAsync($"{address}/revisions?from=2&to=3&view={view}");
            Assert.Contains("First", page, StringComparison.Ordinal);
            Assert.Contains("<ins>", page, StringComparison.Ordinal);
            Assert.Empty(Html.WhatActs(page));
        }

        using var response = await editor.SubmitAsync($"{address}/revisions", null, ("number", "2"), ("revision", "3"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("First words.", await editor.Http.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_comes_in_by_form_and_by_script()
    {
        using var byScript = await UploadAsync(ArticleSite.SmallPng, "x.png", "application/json");
        Assert.StartsWith("{\"markdown\":\"![](/pictures/", await byScript.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var byForm = await UploadAsync(ArticleSite.SmallPng, "<img src=x onerror=alert(1)>.png", "text/html");
        Assert.Equal(HttpStatusCode.Redirect, byForm.StatusCode);
        using var wrong = await UploadAsync("<svg onload=alert(1)>"u8.ToArray(), "x.png", "application/json");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("not a picture", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var page = await editor.Http.GetStringAsync("/console/pictures");
        Assert.Empty(Html.WhatActs(page));
    }

    [Fact]
    public async Task The_articles_that_come_with_it_are_added_as_drafts_once()
    {
        Assert.Contains("7 of them are not here", await editor.Http.GetStringAsync("/console/articles"), StringComparison.Ordinal);
        using var added = await editor.SubmitAsync("/console/articles", "Shipped");

        Assert.DoesNotContain("come with Unknot", await editor.Http.GetStringAsync("/console/articles"), StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        var articles = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Articles.Where(article => article.Author!.Slug == "unknot-editors").ToListAsync();
        Assert.Equal(7, articles.Count);
        Assert.All(articles, article => Assert.Equal(ArticleState.Draft, article.State));
    }

    [Fact]
    public async Task An_author_is_described()
    {
        using var saved = await editor.SubmitAsync("/console/articles/authors", null, ("name", "Ana Torres"), ("slug", ""), ("bio", "Works *gently*."), ("picture", ""));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await editor.Http.GetStringAsync(saved.Headers.Location!.ToString());
        Assert.Contains("value=\"ana-torres\"", page, StringComparison.Ordinal);
        using var again = await editor.SubmitAsync("/console/articles/authors", null, ("name", "Ana Torres"), ("slug", ""), ("bio", ""), ("picture", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Theory]
    [InlineData("/console/articles")]
    [InlineData("/console/articles/authors")]
    [InlineData("/console/pictures")]
    [InlineData("/console/articles/0199a000-0000-7000-8000-000000000001")]
    [InlineData("/console/articles/0199a000-0000-7000-8000-000000000001/revisions")]
    public async Task Nobody_else_comes_in(string address)
    {
        using var stranger = SignedInClient.Stranger(site);
        using var response = await stranger.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.StartsWith("/console/sign-in", response.Headers.Location?.PathAndQuery ?? response.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/articles/preview")]
    [InlineData("/console/pictures")]
    [InlineData("/console/articles?handler=Shipped")]
    public async Task A_post_without_the_token_of_its_form_is_refused(string address)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("body", "x")]);
        using var response = await editor.Http.PostAsync(address, form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> BeginAsync(string title)
    {
        using var response = await editor.SubmitAsync("/console/articles", "New", ("title", title));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.ToString();
    }

    private async Task SendAsync(string address, string go, int revision, params (string Name, string Value)[] more)
    {
        using var response = await editor.SubmitAsync(address, null, await FieldsAsync(address, go, revision, more));
        Assert.Equal((HttpStatusCode.Redirect, $"{address}?done={go}"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    private async Task<(string Name, string Value)[]> FieldsAsync(string address, string go, int revision, params (string Name, string Value)[] more)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var author = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Authors.Where(each => each.PersonId == editor.PersonId).Select(each => each.Id).SingleAsync();
        (string Name, string Value)[] all =
        [
            ("go", go), ("revision", revision.ToString()), ("title", "My first article"), ("summary", "About calves."), ("body", "The soleus."), ("slug", SlugOf(address)), ("tags", "legs, feet"),
            ("author", author.ToString()), ("cover", ""), ("coverAlt", ""), ("comments", "yes"), ("at", ""),
        ];
        return [.. all.Where(field => !more.Any(other => other.Name == field.Name)), .. more];
    }

    private static Guid IdOf(string address) => Guid.Parse(address["/console/articles/".Length..]);

    private static string SlugOf(string address) => $"a-{IdOf(address)}";

    private async Task<HttpStatusCode> PublicStatusAsync(string address)
    {
        using var stranger = SignedInClient.Stranger(site);
        using var response = await stranger.GetAsync($"/articles/{SlugOf(address)}");
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> UploadAsync(ReadOnlyMemory<byte> file, string name, string accept)
    {
        var token = await SignedInClient.TokenAsync(editor.Http, "/console/pictures");
        using var content = new MultipartFormDataContent { { new ReadOnlyMemoryContent(file), "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/pictures") { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return await editor.Http.SendAsync(request);
    }
}
