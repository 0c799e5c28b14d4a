using Microsoft.AspNetCore.Mvc;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Articles;

/// <summary>The text of an article with its cards, figures and sources; the console previews with it.</summary>
[ViewComponent(Name = "ArticleBody")]
public sealed class ArticleBodyViewComponent : ViewComponent
{
    public IViewComponentResult Invoke(ReadArticle text) => View("/Features/Articles/_ArticleBody.cshtml", text);
}
