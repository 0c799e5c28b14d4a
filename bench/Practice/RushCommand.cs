using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Unknot.Bench.Practice;

/// <summary>
/// Ten thousand readers see an article, twice each, a thousand of them comment, and others go on reading: every view counts once, every confirmed
/// comment is kept.
/// </summary>
internal static class RushCommand
{
    private const int Views = 10_000;
    private const int Comments = 1_000;
    private const int AtOnce = 64;

    internal static async Task<bool> RunAsync(SiteProcess site, CancellationToken cancellation)
    {
        var slug = await FirstArticle.SlugAsync(site, cancellation);
        var readers = new Readers(site.Client);
        var (page, _) = await readers.ReadAsync(slug, 0);
        var seen = Readers.ViewToken(page);
        var forms = new ConcurrentBag<string>();
        await EachAsync(Comments, async reader => forms.Add(Readers.FormToken((await readers.ReadAsync(slug, reader)).Page)));
        var before = await CountsAsync(site, slug, cancellation);
        await Task.Delay(TimeSpan.FromSeconds(6), cancellation);        // nobody has read it sooner

        var (times, confirmedViews, confirmedComments) = (new ConcurrentBag<TimeSpan>(), 0, 0);
        using var done = new CancellationTokenSource();
        var reading = Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                times.Add((await readers.ReadAsync(slug, 60_000 + number)).Took);
            }
        }, cancellation)));
        var tokens = forms.ToArray();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await Task.WhenAll(
            EachAsync(Views * 2, async reader => Interlocked.Add(ref confirmedViews, await readers.SeenAsync(seen, reader % Views) ? 1 : 0)),
            EachAsync(Comments, async reader => Interlocked.Add(ref confirmedComments, await readers.SayAsync(slug, tokens[reader], $"Comment {reader}", reader) ? 1 : 0)));
        var took = System.Diagnostics.Stopwatch.GetElapsedTime(started);
        await done.CancelAsync();
        await reading;

        var after = await CountsAsync(site, slug, cancellation);
        var (views, comments) = (after.Views - before.Views, after.Comments - before.Comments);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Views * 2} views of {Views} readers and {Comments} comments in {took.TotalSeconds:F1} s: {(Views * 2 + Comments) / took.TotalSeconds:F0} writes a second"));
        Console.WriteLine($"counted {views} views (asked for {Views}), kept {comments} comments of {confirmedComments} confirmed (asked for {Comments}); {confirmedViews} answers to views");
        Console.WriteLine($"pages meanwhile, four readers: {new Figures(times)}");
        var quiet = new List<TimeSpan>();
        for (var i = 0; i < 300; i++)
        {
            quiet.Add((await readers.ReadAsync(slug, 61_000)).Took);
        }

        Console.WriteLine($"pages afterwards, one reader: {new Figures(quiet)}");
        return views == Views && comments == Comments && confirmedComments == Comments;
    }

    internal static async Task<(long Views, int Comments)> CountsAsync(SiteProcess site, string slug, CancellationToken cancellation)
    {
        var db = site.Open();
        await using (db)
        {
            var article = await db.Articles.AsNoTracking().SingleAsync(each => each.Slug == slug, cancellation);
            return (article.Views, await db.Comments.CountAsync(comment => comment.ArticleId == article.Id, cancellation));
        }
    }

    private static Task EachAsync(int count, Func<int, Task> work) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await work(number));
}
