using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Pictures;
using Unknot.Practice.Storage;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>The text of an article, ready for a page.</summary>
/// <param name="Parts">In their order.</param>
public sealed record ReadArticle(WrittenArticle Written, ImmutableArray<ArticlePart> Parts);

/// <summary>Articles that were read lately, by revision and language: a revision never changes, nor does a picture in it.</summary>
public sealed class ArticleShelf(ArticleText texts)
{
    private const int Most = 200;

    private readonly ConcurrentDictionary<(ArticleId Id, int Revision, string Language), ReadArticle> read = new();

    /// <param name="language">Whose addresses the links take; two letters.</param>
    public async Task<ReadArticle> TakeAsync(PracticeDb db, Article article, string language, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(article);
        var key = (article.Id, article.Revision, language);
        if (read.TryGetValue(key, out var known))
        {
            return known;
        }

        var fresh = await ReadAsync(db, article.Body, address => RequestLanguage.AddressIn(language, address), cancellation);
        if (read.Count >= Most)
        {
            read.Clear();       // rare, and simpler than remembering which was used last
        }

        return read[key] = fresh;
    }

    /// <summary>A text that is not kept, or not in that form.</summary>
    /// <param name="address">Gives each address on the site the form that is wanted.</param>
    public async Task<ReadArticle> ReadAsync(PracticeDb db, string markdown, Func<string, string> address, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var written = texts.Read(markdown);
        var ids = written.Pictures.ToArray();
        IReadOnlyDictionary<PictureId, Picture> pictures = ids.Length == 0
            ? ImmutableDictionary<PictureId, Picture>.Empty
            : await db.Pictures.AsNoTracking().Where(picture => ids.Contains(picture.Id)).ToDictionaryAsync(picture => picture.Id, cancellation);
        return new ReadArticle(written, written.Parts(pictures, address));
    }
}
