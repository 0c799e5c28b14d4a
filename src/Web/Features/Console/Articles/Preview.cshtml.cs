using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Articles;

/// <summary><c>POST /console/articles/preview</c>: a text as readers will see it, and what is wrong in it. Nothing is kept.</summary>
public sealed class PreviewModel(PracticeDb db, ArticleShelf shelf) : PageModel
{
    private const int LongestBody = 200_000;

    public ReadArticle Text { get; private set; } = null!;

    public string Title { get; private set; } = "";

    /// <summary>Whether a script asked, that puts it into the editor.</summary>
    public bool IsPart { get; private set; }

    public IActionResult OnGet() => Redirect("/console/articles");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        var body = form["body"].ToString();
        if (body.Length > LongestBody)
        {
            return BadRequest();
        }

        (Title, IsPart) = (form["title"].ToString(), form["part"] == "1");
        Text = await shelf.ReadAsync(db, body, address => address, cancellation);
        return Page();
    }
}
