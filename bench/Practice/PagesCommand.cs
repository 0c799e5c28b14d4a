using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Unknot.Bench.Practice;

/// <summary>An article page by sixteen connections for five seconds, and the same bytes from nginx, in turns.</summary>
internal static class PagesCommand
{
    private const int Connections = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(4);

    internal static async Task<bool> RunAsync(SiteProcess site, CancellationToken cancellation)
    {
        var slug = await FirstArticle.SlugAsync(site, cancellation);
        var (page, _) = await new Readers(site.Client).ReadAsync(slug, 1);
        using var nginx = await Nginx.StartAsync(page);
        var (ours, theirs, times) = (new List<double>(), new List<double>(), new ConcurrentBag<TimeSpan>());
        await LoadAsync(site.Client, $"/articles/{slug}", null, cancellation);      // warm
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await LoadAsync(site.Client, $"/articles/{slug}", times, cancellation));
            if (nginx is not null)
            {
                theirs.Add(await LoadAsync(nginx.Client, "/index.html", null, cancellation));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"article page: {Median(ours):F0} requests a second, {new Figures(times)}"));
        Console.WriteLine(nginx is null
            ? "nginx is not installed: nothing to compare with"
            : string.Create(CultureInfo.InvariantCulture, $"nginx, the same page as a file: {Median(theirs):F0} requests a second; ours is 1/{Median(theirs) / Median(ours):F1} of it"));
        return true;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <returns>Requests a second.</returns>
    private static async Task<double> LoadAsync(HttpClient client, string address, ConcurrentBag<TimeSpan>? times, CancellationToken cancellation)
    {
        var (started, count) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < Lasting)
            {
                var asked = Stopwatch.GetTimestamp();
                (await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), cancellation)).AsSpan();
                times?.Add(Stopwatch.GetElapsedTime(asked));
                Interlocked.Increment(ref count);
            }
        }, cancellation)));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
