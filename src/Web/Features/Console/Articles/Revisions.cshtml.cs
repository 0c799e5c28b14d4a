using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Articles;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Articles;

/// <summary><c>/console/articles/{id}/revisions</c>: what an article said before, what changed from one revision to another, and the way back.</summary>
public sealed class RevisionsModel(PracticeDb db, ArticleDesk desk, SettingsShelf settings) : PageModel
{
    public Article Article { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public int From { get; private set; }

    public int To { get; private set; }

    public bool IsInline { get; private set; }

    /// <summary>Null when one of the two is not there.</summary>
    public SideBySideDiffModel? Diff { get; private set; }

    public DiffPaneModel? Inline { get; private set; }

    public string? Trouble { get; private set; }

    public sealed record Row(int Number, string Title, DateTime SavedAtUtc, string? By, int Length);

    private ArticleId Id => ArticleId.Of(Guid.Parse((string)RouteData.Values["id"]!));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        _ = int.TryParse(form["number"], out var number);
        _ = int.TryParse(form["revision"], out var revision);
        switch (await desk.RestoreAsync(Id, number, revision, User.PersonId(), cancellation))
        {
            case ArticleOutcome.Done:
                return Redirect($"/console/articles/{Id.Value}?done=restore");
            case ArticleOutcome.NotThere:
                return NotFound();
            case ArticleOutcome.Refused refused:
                Trouble = string.Join(' ', refused.Problems.Select(problem => problem.Message));
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case ArticleOutcome.SavedByAnother:
                Trouble = "Somebody saved a newer revision meanwhile. Look at it first.";
                Response.StatusCode = StatusCodes.Status409Conflict;
                break;
        }

        return await LoadAsync(cancellation) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var id = Id;
        if (await db.Articles.AsNoTracking().SingleOrDefaultAsync(article => article.Id == id, cancellation) is not { } article)
        {
            return false;
        }

        Article = article;
        Zone = PracticeZone.Of(await settings.CurrentAsync(cancellation));
        Rows = await db.ArticleRevisions.AsNoTracking().Where(revision => revision.ArticleId == id).OrderByDescending(revision => revision.Number)
            .Select(revision => new Row(
                revision.Number, revision.Title, revision.SavedAtUtc, db.Users.Where(person => person.Id == revision.PersonId).Select(person => person.Name).FirstOrDefault(), revision.Body.Length))
            .ToListAsync(cancellation);
        To = int.TryParse(Request.Query["to"], out var to) ? to : article.Revision;
        From = int.TryParse(Request.Query["from"], out var from) ? from : To - 1;
        IsInline = Request.Query["view"] == "inline";
        var both = await db.ArticleRevisions.AsNoTracking().Where(revision => revision.ArticleId == id && (revision.Number == From || revision.Number == To)).ToListAsync(cancellation);
        if (From != To && both.Count == 2)
        {
            var (old, now) = (TextOf(both.Single(revision => revision.Number == From)), TextOf(both.Single(revision => revision.Number == To)));
            (Diff, Inline) = IsInline ? ((SideBySideDiffModel?)null, InlineDiffBuilder.Diff(old, now)) : (SideBySideDiffBuilder.Diff(old, now), null);
        }

        return true;
    }

    private static string TextOf(ArticleRevision revision) => $"{revision.Title}\n{revision.Summary}\nTags: {revision.Tags}\n\n{revision.Body}";
}
