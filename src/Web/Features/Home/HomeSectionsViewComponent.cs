using Microsoft.AspNetCore.Mvc;
using Unknot.Practice.Site;

namespace Unknot.Web.Features.Home;

/// <summary>What stands below the finder on the first page: what this is, articles, the practice.</summary>
public sealed class HomeSectionsViewComponent(SettingsShelf shelf) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View("/Features/Home/_Sections.cshtml", await shelf.CurrentAsync(HttpContext.RequestAborted));
}
