using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Atlas;
using Unknot.Practice.Articles;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Pictures;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Practice.Texts;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Articles;

/// <summary><c>/articles/{slug}</c>: one article with all that belongs to it.</summary>
public sealed class ArticleModel(PracticeDb db, TimeProvider time, ArticleShelf shelf, ArticleFigures figures, SettingsShelf settings, AtlasData atlas) : PageModel
{
    private const int Recent = 3;

    /// <summary>Articles with fewer headings or words have no table of contents.</summary>
    private const int LeastHeadings = 3;
    private const int LeastWords = 500;

    public PracticeSettings Practice { get; private set; } = null!;

    /// <summary>Null when there is none, or none any more.</summary>
    public Article? Article { get; private set; }

    public ReadArticle Text { get; private set; } = null!;

    public Picture? Cover { get; private set; }

    public Picture? Portrait { get; private set; }

    public IReadOnlyList<ArticleEntry> Others { get; private set; } = [];

    public ArticleEntry? Older { get; private set; }

    public ArticleEntry? Newer { get; private set; }

    public ImmutableArray<ArticleHeading> Contents => Text.Written.Words < LeastWords || Text.Written.Headings.Count(heading => heading.Level == 2) < LeastHeadings
        ? []
        : [.. Text.Written.Headings.Where(heading => heading.Level == 2)];

    /// <summary>The muscles it speaks of.</summary>
    public ImmutableArray<Muscle> Muscles { get; private set; } = [];

    /// <summary>The figure beside the text; empty when it speaks of no muscle.</summary>
    public ImmutableArray<string> Beside => TextOnly.IsWanted(HttpContext) ? [] : figures.Beside(Text.Written.Muscles);

    public string Bio => SafeText.ToHtml(Article!.Author!.Bio);

    public string Address => SiteAddress.Of(HttpContext, $"/articles/{Article!.Slug}", RequestLanguage.Default);

    /// <summary>Changes whenever the picture for other sites may.</summary>
    public string CardAddress => SiteAddress.Of(HttpContext, $"/articles/{Article!.Slug}/card.png", RequestLanguage.Default) + $"?v={Article.Revision}";

    /// <summary>Null when its text was not changed on a later day than it was published.</summary>
    public DateTime? UpdatedUtc => Article!.ChangedForReadersUtc.Date > Article.PublishAtUtc!.Value.Date ? Article.ChangedForReadersUtc : null;

    /// <summary>Whether a film of a technique is within, whose script and looks the page then needs.</summary>
    public bool HasMotion => Text.Parts.OfType<ArticlePart.Technique>().Any();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var slug = (string)RouteData.Values["slug"]!;
        var now = time.GetUtcNow().UtcDateTime;
        Article = await db.Articles.AsNoTracking().Include(article => article.Author).Include(article => article.Tags).SingleOrDefaultAsync(article => article.Slug == slug, cancellation);
        if (Article is null)
        {
            var moved = await db.FormerSlugs.Where(former => former.Slug == slug).Join(db.Articles, former => former.ArticleId, article => article.Id, (_, article) => article.Slug)
                .SingleOrDefaultAsync(cancellation);
            return moved is null ? NotFound() : RedirectPermanent(RequestLanguage.Of(HttpContext).Address($"/articles/{moved}"));
        }

        if (!Article.IsPublicAt(now))
        {
            // One that was public is gone; of one that never was, nobody learns that it is there.
            var wasPublic = Article is { State: ArticleState.Draft, PublishAtUtc: not null };
            Article = null;
            if (!wasPublic)
            {
                return NotFound();
            }

            Response.StatusCode = StatusCodes.Status410Gone;
            await ReadOthersAsync(null, now, cancellation);
            return Page();
        }

        Practice = await settings.CurrentAsync(cancellation);
        Text = await shelf.TakeAsync(db, Article, RequestLanguage.Of(HttpContext).Code, cancellation);
        var pictures = new[] { Article.CoverId, Article.Author!.PictureId }.OfType<PictureId>().ToArray();
        var stored = pictures.Length == 0 ? [] : await db.Pictures.AsNoTracking().Where(picture => pictures.Contains(picture.Id)).ToDictionaryAsync(picture => picture.Id, cancellation);
        Cover = Article.CoverId is { } cover ? stored.GetValueOrDefault(cover) : null;
        Portrait = Article.Author.PictureId is { } portrait ? stored.GetValueOrDefault(portrait) : null;
        Muscles = [.. Text.Written.Muscles.Select(figures.Muscle)];
        await ReadOthersAsync(Article, now, cancellation);
        return Page();
    }

    public string StructuredData
    {
        get
        {
            var author = Article!.Author!;
            var article = new JsonObject
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "Article",
                ["headline"] = Article.Title,
                ["description"] = Article.Summary,
                ["url"] = Address,
                ["mainEntityOfPage"] = Address,
                ["inLanguage"] = "en",
                ["datePublished"] = Stamp(Article.PublishAtUtc!.Value),
                ["dateModified"] = Stamp(Article.ChangedForReadersUtc),
                ["image"] = new JsonArray([.. new[] { CardAddress, Cover is { } cover ? SiteAddress.Of(HttpContext, cover.AddressAt(cover.Width), RequestLanguage.Default) : null }
                    .OfType<string>().Select(address => (JsonNode)address)]),
                ["author"] = new JsonObject { ["@type"] = author.PersonId is null ? "Organization" : "Person", ["name"] = author.Name },
                ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = Practice.Name },
                ["keywords"] = string.Join(", ", Article.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal)),
                ["interactionStatistic"] = new JsonObject
                {
                    ["@type"] = "InteractionCounter",
                    ["interactionType"] = new JsonObject { ["@type"] = "ReadAction" },
                    ["userInteractionCount"] = Article.Views,
                },
                ["citation"] = new JsonArray([.. atlas.Sources.Where(source => Text.Written.Sources.Contains(source.Id.ToString(), StringComparer.Ordinal)).Select(source => (JsonNode)source.Citation)]),
            };
            if (!Muscles.IsEmpty)
            {
                article["about"] = new JsonObject
                {
                    ["@type"] = "MedicalWebPage",
                    ["url"] = Address,
                    ["about"] = new JsonArray([.. Muscles.Select(muscle => (JsonNode)new JsonObject
                    {
                        ["@type"] = "Muscle",
                        ["name"] = muscle.Name,
                        ["alternateName"] = muscle.Latin,
                        ["url"] = SiteAddress.Of(HttpContext, $"/muscles/{muscle.Id}", RequestLanguage.Default),
                    })]),
                };
            }

            return SiteAddress.JsonLd(article);
        }
    }

    internal static string Stamp(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private async Task ReadOthersAsync(Article? here, DateTime now, CancellationToken cancellation)
    {
        var all = db.PublicArticles(now);
        Others = await ArticleEntry.Of(here is null ? all.Take(Recent) : all.Where(other => other.Id != here.Id).Take(Recent)).ToListAsync(cancellation);
        if (here is not null)
        {
            Older = await ArticleEntry.Of(all.Where(other => other.Id != here.Id && other.PublishAtUtc <= here.PublishAtUtc)).FirstOrDefaultAsync(cancellation);
            Newer = await ArticleEntry.Of(db.Articles.AsNoTracking()
                .Where(other => other.State == ArticleState.Published && other.PublishAtUtc <= now && other.Id != here.Id && other.PublishAtUtc > here.PublishAtUtc)
                .OrderBy(other => other.PublishAtUtc)).FirstOrDefaultAsync(cancellation);
        }
    }
}
