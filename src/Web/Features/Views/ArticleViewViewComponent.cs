using Microsoft.AspNetCore.Mvc;
using Unknot.Practice.Articles;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Views;

/// <summary>Put into the page of an article, it counts the view once the reader has really looked. Without script a view is not counted.</summary>
[ViewComponent(Name = "ArticleView")]
public sealed class ArticleViewViewComponent(SignedTokens tokens) : ViewComponent
{
    public IViewComponentResult Invoke(ArticleId article)
    {
        ViewData["Token"] = tokens.Issue(CountView.Purpose, article.ToString());
        return View("/Features/Views/_ArticleView.cshtml");
    }
}
