using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Articles;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Pictures;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Articles;

/// <summary><c>/console/articles/{id}</c>: where an article is written. A plain form does all of it; script adds preview, pictures and care for what is not saved.</summary>
public sealed class EditModel(PracticeDb db, TimeProvider time, ArticleDesk desk, ArticleText texts, SettingsShelf settings) : PageModel
{
    private const int MostCovers = 24;

    /// <summary>As it is kept.</summary>
    public Article Article { get; private set; } = null!;

    /// <summary>As it is in the form.</summary>
    public ArticleForm Form { get; private set; } = null!;

    public IReadOnlyList<Author> Authors { get; private set; } = [];

    public IReadOnlyList<Picture> Covers { get; private set; } = [];

    public ImmutableArray<FieldProblem> Problems { get; private set; } = [];

    /// <summary>What is wrong in the text, with its lines; it can be kept all the same.</summary>
    public ImmutableArray<TextProblem> InText { get; private set; } = [];

    /// <summary>What somebody else saved meanwhile; null when nobody did.</summary>
    public Article? Theirs { get; private set; }

    public string? Done { get; private set; }

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    private ArticleId Id => ArticleId.Of(Guid.Parse((string)RouteData.Values["id"]!));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } article)
        {
            return NotFound();
        }

        Done = Request.Query["done"].ToString() switch
        {
            "save" => "Saved.",
            "publish" => "Saved, and public.",
            "schedule" => "Saved, and scheduled.",
            "unpublish" => "Saved, and taken back.",
            "restore" => "Restored as the newest revision.",
            _ => null,
        };
        await ShowAsync(article, new ArticleForm(ArticleDesk.DraftOf(article), article.Revision, ""), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var posted = await Request.ReadFormAsync(cancellation);
        var form = ArticleForm.From(posted);
        var go = posted["go"].ToString() is { Length: > 0 } asked ? asked : "save";
        Zone = PracticeZone.Of(await settings.CurrentAsync(cancellation));
        var at = go == "schedule" ? PracticeZone.FromField(form.At, Zone) : null;
        if (go == "schedule" && at is null)
        {
            return await RefuseAsync(form, [new FieldProblem("at", "Say when, as date and time.")], cancellation);
        }

        var outcome = await desk.SaveAsync(Id, form.Revision, form.Draft, User.PersonId(), cancellation);
        if (outcome is ArticleOutcome.Done saved)
        {
            // What was saved stays saved, even if it cannot be published yet.
            form = form with { Revision = saved.Article.Revision };
            outcome = go switch
            {
                "publish" => await desk.PublishAsync(Id, form.Revision, User.PersonId(), cancellation),
                "schedule" => await desk.PublishAtAsync(Id, form.Revision, at!.Value, User.PersonId(), cancellation),
                "unpublish" => await desk.UnpublishAsync(Id, form.Revision, User.PersonId(), cancellation),
                _ => outcome,
            };
        }

        switch (outcome)
        {
            case ArticleOutcome.Done:
                return Redirect($"/console/articles/{Id.Value}?done={Uri.EscapeDataString(go)}");
            case ArticleOutcome.Refused refused:
                return await RefuseAsync(form, refused.Problems, cancellation);
            case ArticleOutcome.SavedByAnother another:
                // The next save is meant: what the other wrote stays among the revisions.
                Theirs = another.Now;
                Response.StatusCode = StatusCodes.Status409Conflict;
                await ShowAsync(another.Now, form with { Revision = another.Now.Revision }, cancellation);
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> RefuseAsync(ArticleForm form, ImmutableArray<FieldProblem> problems, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } article)
        {
            return NotFound();
        }

        Problems = problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(article, form, cancellation);
        return Page();
    }

    private Task<Article?> FindAsync(CancellationToken cancellation)
    {
        var id = Id;
        return db.Articles.AsNoTracking().Include(article => article.Tags).SingleOrDefaultAsync(article => article.Id == id, cancellation);
    }

    private async Task ShowAsync(Article article, ArticleForm form, CancellationToken cancellation)
    {
        (Article, Form) = (article, form);
        Zone = PracticeZone.Of(await settings.CurrentAsync(cancellation));
        InText = texts.Read(form.Draft.Body).Problems;
        Authors = await db.Authors.AsNoTracking().OrderBy(author => author.Name).ToListAsync(cancellation);
        var cover = form.Draft.CoverId;
        Covers = await db.Pictures.AsNoTracking().OrderByDescending(picture => picture.Id == cover).ThenByDescending(picture => picture.AddedAtUtc).Take(MostCovers).ToListAsync(cancellation);
    }
}
