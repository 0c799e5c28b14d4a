using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Comments;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

public sealed class CommentQueueTests : IAsyncDisposable
{
    private readonly OwnStoreSite _site = new();

    [Fact]
    public async Task A_moderator_shows_answers_and_removes_and_the_trail_tells_who()
    {
        using var moderator = await SignedInClient.AsAsync(_site, PracticeRole.Editor);
        var article = await StoredArticle.AddAsync(_site.Services, "necks");
        var good = await AddAsync(article, "Good <script>alert(1)</script> words");
        var bad = await AddAsync(article, "Bad words");

        var page = await moderator.Http.GetStringAsync("/console/comments");
        Assert.Contains("Good &lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        await moderator.SubmitAsync("/console/comments", "Decide", ("id", bad.ToString()), ("state", "Spam"));
        await moderator.SubmitAsync("/console/comments", "Answer", ("id", good.ToString()), ("text", "Thank you."));

        Assert.Contains("Nothing waits.", await moderator.Http.GetStringAsync("/console/comments"), StringComparison.Ordinal);
        Assert.Contains("Bad words", await moderator.Http.GetStringAsync("/console/comments?show=spam"), StringComparison.Ordinal);
        using var reader = SignedInClient.Stranger(_site);
        var seen = await reader.GetStringAsync("/articles/necks/comments");
        Assert.Contains("Thank you.", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Bad words", seen, StringComparison.Ordinal);
        await using var scope = _site.Services.CreateAsyncScope();
        var trail = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Audit.Where(entry => entry.Subject == "comment").ToListAsync();
        Assert.Equal(["comment.answered", "comment.shown", "comment.spam"], trail.Select(entry => entry.Action).Order(StringComparer.Ordinal));
        Assert.All(trail, entry => Assert.Equal(moderator.PersonId, entry.PersonId));
    }

    [Theory]
    [InlineData("Held")]
    [InlineData("Nonsense")]
    [InlineData("7")]
    [InlineData("")]
    public async Task A_decision_that_is_none_changes_nothing(string state)
    {
        using var moderator = await SignedInClient.AsAsync(_site);
        var comment = await AddAsync(await StoredArticle.AddAsync(_site.Services, "necks"), "Words");

        using var answer = await moderator.SubmitAsync("/console/comments", "Decide", ("id", comment.ToString()), ("state", state));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<CommentId> AddAsync(ArticleId article, string text)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var comment = new Comment
        {
            Id = CommentId.New(TimeProvider.System),
            ArticleId = article,
            Name = "Ada",
            Text = text,
            State = CommentState.Held,
            HeldFor = "first",
            WriterMark = Guid.NewGuid().ToString("N"),
            ByPractice = false,
            WrittenAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime,
            Reports = 0,
            FormId = Guid.NewGuid(),
        };
        db.Comments.Add(comment);
        await db.SaveChangesAsync();
        return comment.Id;
    }
}
