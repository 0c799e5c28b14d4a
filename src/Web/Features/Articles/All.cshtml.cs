using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Articles;

/// <summary><c>/articles/all</c>: every article in one list, by the year of its publishing.</summary>
public sealed class AllModel(PracticeDb db, TimeProvider time, SettingsShelf settings) : PageModel
{
    public PracticeSettings Practice { get; private set; } = null!;

    public IReadOnlyList<IGrouping<int, ArticleEntry>> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Practice = await settings.CurrentAsync(cancellation);
        var entries = await ArticleEntry.Of(db.PublicArticles(time.GetUtcNow().UtcDateTime)).ToListAsync(cancellation);
        Years = [.. entries.GroupBy(entry => entry.PublishedUtc.Year).OrderByDescending(year => year.Key)];
    }
}
