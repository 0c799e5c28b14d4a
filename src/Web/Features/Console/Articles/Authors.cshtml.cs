using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Pictures;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Articles;

/// <summary><c>/console/articles/authors</c>: who articles are signed by; one of them, or a new one, in the form.</summary>
public sealed class AuthorsModel(PracticeDb db, AuthorDesk desk) : PageModel
{
    private const int MostPictures = 24;

    public IReadOnlyList<(Author Author, int Articles)> All { get; private set; } = [];

    public IReadOnlyList<Picture> Pictures { get; private set; } = [];

    /// <summary>Null for a new one.</summary>
    public AuthorId? Chosen { get; private set; }

    public AuthorDesk.Draft Draft { get; private set; } = new("", "", "", null);

    public ImmutableArray<FieldProblem> Problems { get; private set; } = [];

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Chosen = Guid.TryParse(Request.Query["id"], out var id) ? AuthorId.Of(id) : null;
        IsDone = Request.Query["done"] == "save";
        if (Chosen is { } chosen)
        {
            if (await db.Authors.AsNoTracking().SingleOrDefaultAsync(author => author.Id == chosen, cancellation) is not { } author)
            {
                return NotFound();
            }

            Draft = new AuthorDesk.Draft(author.Name, author.Slug, author.Bio, author.PictureId);
        }

        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        Chosen = Guid.TryParse(form["id"], out var id) ? AuthorId.Of(id) : null;
        Draft = new AuthorDesk.Draft(form["name"].ToString(), form["slug"].ToString(), form["bio"].ToString(), Guid.TryParse(form["picture"], out var picture) ? PictureId.Of(picture) : null);
        var (author, problems) = await desk.SaveAsync(Chosen, Draft, User.PersonId(), cancellation);
        if (problems.IsEmpty)
        {
            return author is null ? NotFound() : Redirect($"/console/articles/authors?id={author.Id}&done=save");
        }

        Problems = problems;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var all = await db.Authors.AsNoTracking().OrderBy(author => author.Name)
            .Select(author => new { Author = author, Articles = db.Articles.Count(article => article.AuthorId == author.Id) }).ToListAsync(cancellation);
        All = [.. all.Select(each => (each.Author, each.Articles))];
        var own = Draft.PictureId;
        Pictures = await db.Pictures.AsNoTracking().OrderByDescending(each => each.Id == own).ThenByDescending(each => each.AddedAtUtc).Take(MostPictures).ToListAsync(cancellation);
    }
}
