using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Pictures;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Articles;

/// <summary>The real application with the articles that come with it.</summary>
public sealed class ArticleSite : OwnStoreSite, IAsyncLifetime
{
    /// <summary>Follows nothing by itself.</summary>
    public HttpClient Reader { get => field ??= CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }); }

    public async Task InitializeAsync() => await DoAsync(async services =>
        Assert.Equal(7, await services.GetRequiredService<ShippedArticles>().AddAsync(arePublished: true, personId: null, default)));

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public async Task DoAsync(Func<IServiceProvider, Task> what)
    {
        await using var scope = Services.CreateAsyncScope();
        await what(scope.ServiceProvider);
    }

    /// <summary>An article in this state, with a text that the desk itself took.</summary>
    public async Task<Article> WriteAsync(string title, string body = "Some words.", DateTime? publishAtUtc = null, bool isPublished = true, Func<ArticleDraft, ArticleDraft>? change = null)
    {
        Article article = null!;
        await DoAsync(async services =>
        {
            var db = services.GetRequiredService<PracticeDb>();
            var desk = services.GetRequiredService<ArticleDesk>();
            var author = await db.Authors.OrderBy(each => each.Slug).FirstAsync();
            var draft = new ArticleDraft { Title = title, Summary = "What it says.", Body = body, Slug = "", Tags = ["tests"], AuthorId = author.Id, CoverAlt = "", TakesComments = true };
            article = Assert.IsType<ArticleOutcome.Done>(await desk.CreateAsync(change is null ? draft : change(draft), null, default)).Article;
            if (isPublished)
            {
                Assert.IsType<ArticleOutcome.Done>(publishAtUtc is { } at
                    ? await desk.PublishAtAsync(article.Id, 1, at, null, default)
                    : await desk.PublishAsync(article.Id, 1, null, default));
            }
        });
        return article;
    }

    /// <summary>A small picture that the intake itself took.</summary>
    public async Task<Picture> PictureAsync(string name = "calf.png")
    {
        Picture picture = null!;
        await DoAsync(async services => picture = Assert.IsType<PictureOutcome.Taken>(
            await services.GetRequiredService<PictureIntake>().TakeAsync(SmallPng, name, null, default)).Picture);
        return picture;
    }

    /// <summary>Two by two pixels.</summary>
    public static ReadOnlyMemory<byte> SmallPng { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==");
}
