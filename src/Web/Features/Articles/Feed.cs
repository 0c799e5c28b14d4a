using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Unknot.Atlas;
using Unknot.Practice.Articles;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Articles;

/// <summary><c>GET /articles/feed.xml</c>: the newest articles with their whole text, as Atom (RFC 4287).</summary>
internal static class Feed
{
    private const string Type = "application/atom+xml; charset=utf-8";
    private const string Atom = "http://www.w3.org/2005/Atom";

    private const int Newest = 20;

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/articles/feed.xml", HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        PracticeDb db, TimeProvider time, ArticleShelf shelf, SettingsShelf settings, AtlasData atlas, HttpContext context, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var practice = await settings.CurrentAsync(cancellation);
        var newest = db.PublicArticles(now).Take(Newest);
        var state = await newest.Select(article => new { article.Id, article.Revision, article.PublishAtUtc, article.Author!.Name }).ToListAsync(cancellation);
        var booking = await context.RequestServices.GetRequiredService<BookingDoor>().PathAsync(cancellation);
        var mark = string.Join('\n', state.Select(each => $"{each.Id} {each.Revision} {each.PublishAtUtc:O} {each.Name}").Prepend($"{practice.Name} {Root(context)} {SiteReleaseOf(context)} {booking}"));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mark)))[..24]}\"";
        (context.Response.Headers.ETag, context.Response.Headers.CacheControl) = (tag, "no-cache");
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var articles = await newest.Include(article => article.Author).Include(article => article.Tags).ToListAsync(cancellation);
        using var feed = new MemoryStream();
        await using (var xml = XmlWriter.Create(feed, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            await WriteAsync(xml, articles, practice, shelf, db, atlas, context, cancellation);
        }

        return TypedResults.Bytes(feed.ToArray(), Type);
    }

    private static async Task WriteAsync(
        XmlWriter xml, List<Article> articles, PracticeSettings practice, ArticleShelf shelf, PracticeDb db, AtlasData atlas, HttpContext context, CancellationToken cancellation)
    {
        var host = new Uri(Root(context)).Host;
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, "en");
        Element(xml, "id", $"tag:{host},2026:articles");
        Element(xml, "title", practice.Name);
        Element(xml, "updated", ArticleModel.Stamp(articles.Select(UpdatedOf).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
        Link(xml, "self", $"{Root(context)}articles/feed.xml", "application/atom+xml");
        Link(xml, "alternate", $"{Root(context)}articles", "text/html");
        foreach (var article in articles)
        {
            var address = $"{Root(context)}articles/{article.Slug}";
            xml.WriteStartElement("entry", Atom);
            Element(xml, "id", $"tag:{host},2026:article/{article.Id}");
            Element(xml, "title", article.Title);
            Link(xml, "alternate", address, "text/html");
            Element(xml, "published", ArticleModel.Stamp(article.PublishAtUtc!.Value));
            Element(xml, "updated", ArticleModel.Stamp(UpdatedOf(article)));
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", article.Author!.Name);
            xml.WriteEndElement();
            foreach (var tag in article.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal))
            {
                xml.WriteStartElement("category", Atom);
                xml.WriteAttributeString("term", tag);
                xml.WriteEndElement();
            }

            Element(xml, "summary", article.Summary);
            xml.WriteStartElement("content", Atom);
            xml.WriteAttributeString("type", "html");
            xml.WriteAttributeString("xml", "base", null, address);
            xml.WriteString(OnlyXml(await HtmlOfAsync(article, address, shelf, db, atlas, context, cancellation)));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Cards become plain links, and every address is whole: a reader of feeds knows nothing of this site.</summary>
    private static async Task<string> HtmlOfAsync(Article article, string address, ArticleShelf shelf, PracticeDb db, AtlasData atlas, HttpContext context, CancellationToken cancellation)
    {
        var root = Root(context);
        string Whole(string link) => link switch
        {
            ['/', ..] => root + link[1..],
            ['#', ..] => address + link,
            _ => link,
        };
        var booking = await context.RequestServices.GetRequiredService<BookingDoor>().PathAsync(cancellation);
        var read = await shelf.ReadAsync(db, article.Body, Whole, cancellation);
        var html = new StringBuilder();
        foreach (var part in read.Parts)
        {
            html.Append(part switch
            {
                ArticlePart.Text text => text.Html,
                ArticlePart.Figure figure => $"<p><em>{E(figure.Caption)}</em> <a href=\"{E(address)}\">The figure is in the article.</a></p>\n",
                ArticlePart.Muscle muscle => LinkTo($"{root}muscles/{muscle.Id}", atlas.Muscles.Single(each => each.Id.ToString() == muscle.Id).Name),
                ArticlePart.Technique technique => LinkTo($"{root}techniques/{technique.Id}", atlas.Techniques.Single(each => each.Id.ToString() == technique.Id).Name),
                ArticlePart.Programme programme => LinkTo($"{root}release/{programme.Id}", atlas.Programmes.Single(each => each.Id.ToString() == programme.Id).Name),
                ArticlePart.Booking => LinkTo(Whole(booking), "Ready to try a session?"),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        if (!read.Written.Sources.IsEmpty)
        {
            var sources = read.Written.Sources.Select((id, i) => $"<li>{E(atlas.Sources.Single(source => source.Id.ToString() == id).Citation)}</li>\n");
            html.Append(CultureInfo.InvariantCulture, $"<h2>Sources</h2>\n<ol>{string.Concat(sources)}</ol>\n");
        }

        return html.ToString();
    }

    private static string LinkTo(string address, string words) => $"<p><a href=\"{E(address)}\">{E(words)}</a></p>\n";

    private static DateTime UpdatedOf(Article article) => article.ChangedForReadersUtc;

    private static string Root(HttpContext context) => SiteAddress.Of(context, "/", RequestLanguage.Default);

    private static string SiteReleaseOf(HttpContext context) => context.RequestServices.GetRequiredService<SiteRelease>().Name;

    private static string E(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>A few characters can stand in HTML and not in XML.</summary>
    private static string OnlyXml(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xffff || XmlConvert.IsXmlChar((char)rune.Value)));

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, OnlyXml(text));

    private static void Link(XmlWriter xml, string rel, string address, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
