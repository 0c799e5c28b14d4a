using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Articles;
using Unknot.Practice.Comments;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Articles;

/// <summary><c>/console/articles</c>: all articles, a new one, and those that came with the product.</summary>
public sealed class IndexModel(PracticeDb db, TimeProvider time, ArticleDesk desk, AuthorDesk authors, ShippedArticles shipped, SettingsShelf settings) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Of the articles that came with the product.</summary>
    public int Missing { get; private set; }

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    public string? Trouble { get; private set; }

    public string Title { get; private set; } = "";

    public sealed record Row(ArticleId Id, string Title, string Slug, ArticleState State, DateTime? PublishAtUtc, DateTime ChangedAtUtc, string Author, long Views, int Comments);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostNewAsync(CancellationToken cancellation)
    {
        Title = (await Request.ReadFormAsync(cancellation))["title"].ToString().Trim();
        var outcome = await desk.CreateAsync(
            new ArticleDraft { Title = Title, Summary = "", Body = "", Slug = "", Tags = [], AuthorId = await OwnAuthorAsync(cancellation), CoverAlt = "", TakesComments = true },
            User.PersonId(),
            cancellation);
        if (outcome is ArticleOutcome.Done done)
        {
            return Redirect($"/console/articles/{done.Article.Id}");
        }

        Trouble = outcome is ArticleOutcome.Refused refused ? string.Join(' ', refused.Problems.Select(problem => problem.Message)) : "The article could not be made.";
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostShippedAsync(CancellationToken cancellation)
    {
        await shipped.AddAsync(arePublished: false, User.PersonId(), cancellation);
        return Redirect("/console/articles");
    }

    /// <summary>Who the articles of this account are signed by; made with the first of them.</summary>
    private async Task<AuthorId> OwnAuthorAsync(CancellationToken cancellation)
    {
        var person = User.PersonId();
        if (await db.Authors.Where(author => author.PersonId == person).Select(author => (AuthorId?)author.Id).FirstOrDefaultAsync(cancellation) is { } known)
        {
            return known;
        }

        var name = await db.Users.Where(each => each.Id == person).Select(each => each.Name).SingleAsync(cancellation);
        var (author, _) = await authors.SaveAsync(null, new AuthorDesk.Draft(name, "", "", null, person), person, cancellation);
        if (author is null)
        {
            // Somebody else has that name's address.
            (author, _) = await authors.SaveAsync(null, new AuthorDesk.Draft(name, $"author-{person.ToString()[^8..]}", "", null, person), person, cancellation);
        }

        return author?.Id ?? throw new InvalidOperationException("No author could be made for the account.");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Zone = PracticeZone.Of(await settings.CurrentAsync(cancellation));
        Missing = (await shipped.MissingAsync(cancellation)).Length;
        Rows = await db.Articles.AsNoTracking().OrderByDescending(article => article.ChangedAtUtc).ThenByDescending(article => article.Id)
            .Select(article => new Row(
                article.Id, article.Title, article.Slug, article.State, article.PublishAtUtc, article.ChangedAtUtc, article.Author!.Name, article.Views,
                db.Comments.Count(comment => comment.ArticleId == article.Id && comment.State == CommentState.Shown)))
            .ToListAsync(cancellation);
    }
}
