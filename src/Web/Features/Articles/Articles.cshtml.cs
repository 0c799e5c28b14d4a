using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Pictures;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Articles;

/// <summary><c>/articles</c>: the newest first, ten a page, all of them or those with a tag or with some words.</summary>
public sealed class ArticlesModel(PracticeDb db, TimeProvider time, SettingsShelf settings) : PageModel
{
    internal const int LongestWords = 100;

    private const int OnPage = 10;
    private const int MostTags = 24;

    public PracticeSettings Practice { get; private set; } = null!;

    public IReadOnlyList<ArticleEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<PictureId, Picture> Covers { get; private set; } = new Dictionary<PictureId, Picture>();

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Empty for all.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>What was looked for; empty for all.</summary>
    public string Words { get; private set; } = "";

    public int Found { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Found + OnPage - 1) / OnPage);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Practice = await settings.CurrentAsync(cancellation);
        (Tag, Words) = (Request.Query["tag"].ToString(), Request.Query["q"].ToString().Trim());
        Words = Words.Length > LongestWords ? Words[..LongestWords] : Words;
        var asked = Request.Query["page"].ToString();
        Number = asked.Length == 0 ? 1 : int.TryParse(asked, out var number) ? number : 0;
        var all = db.PublicArticles(time.GetUtcNow().UtcDateTime);
        Tags = await all.SelectMany(article => article.Tags).GroupBy(tag => tag.Tag).OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => group.Key).Take(MostTags).ToListAsync(cancellation);
        var wanted = Tag.Length > 0 ? all.Tagged(Tag) : all;
        wanted = Words.Length > 0 ? wanted.Holding(Words) : wanted;
        Found = await wanted.CountAsync(cancellation);
        if (Number < 1 || Number > Pages)
        {
            return NotFound();
        }

        Entries = await ArticleEntry.Of(wanted.Skip((Number - 1) * OnPage).Take(OnPage)).ToListAsync(cancellation);
        var covers = Entries.Select(entry => entry.CoverId).OfType<PictureId>().ToArray();
        Covers = await db.Pictures.AsNoTracking().Where(picture => covers.Contains(picture.Id)).ToDictionaryAsync(picture => picture.Id, cancellation);
        return Page();
    }

    /// <summary>The same choice on another page.</summary>
    public string AddressOf(int page)
    {
        var query = QueryString.Empty;
        query = Tag.Length > 0 ? query.Add("tag", Tag) : query;
        query = Words.Length > 0 ? query.Add("q", Words) : query;
        query = page > 1 ? query.Add("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)) : query;
        return $"/articles{query}";
    }
}
