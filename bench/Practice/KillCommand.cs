using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Unknot.Bench.Practice;

/// <summary>Readers write without a pause; the server is killed and started again. Everything that was confirmed must be there, and the database must open clean.</summary>
internal static class KillCommand
{
    private const int Kills = 50;
    private const int Writers = 8;
    private const int FormsAKill = 120;

    internal static async Task<bool> RunAsync(SiteProcess site, CancellationToken cancellation)
    {
        var slug = await FirstArticle.SlugAsync(site, cancellation);
        var confirmed = new ConcurrentBag<string>();
        var (lost, number) = (0, 0);
        var random = new Random(1);
        // A form outlives the server that gave it out: the keys it is signed with are in the database.
        var tokens = new ConcurrentQueue<string>();
        var first = new Readers(site.Client);
        await Parallel.ForEachAsync(Enumerable.Range(0, Kills * FormsAKill), new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellation }, async (reader, _) => tokens.Enqueue(Readers.FormToken((await first.ReadAsync(slug, reader)).Page)));
        await Task.Delay(TimeSpan.FromSeconds(3.2), cancellation);      // nobody writes sooner
        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = confirmed.Count;
            var readers = new Readers(site.Client);
            var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
            {
                while (tokens.TryDequeue(out var token))
                {
                    var text = $"Comment {Interlocked.Increment(ref number)} before kill {kill}";
                    try
                    {
                        if (await readers.SayAsync(slug, token, text, number))
                        {
                            confirmed.Add(text);
                        }
                    }
                    catch (HttpRequestException)
                    {
                        return;     // killed before the answer: it may be there or not
                    }
                }
            }, cancellation)));
            // A server that has just started answers its first forms slowly: killed sooner, nothing would have been confirmed that could be lost.
            while (confirmed.Count == before && !writing.IsCompleted)
            {
                await Task.Delay(10, cancellation);
            }

            await Task.Delay(random.Next(0, 250), cancellation);
            await site.KillAsync();
            await writing;
            await site.StartAsync();
            var kept = await KeptAsync(site, cancellation);
            lost = confirmed.Count(text => !kept.Contains(text));
            if (lost > 0)
            {
                break;
            }
        }

        Console.WriteLine($"{Kills} kills, {confirmed.Count} comments confirmed of {number} sent, {lost} lost");
        return lost == 0 && confirmed.Count >= Kills;
    }

    private static async Task<HashSet<string>> KeptAsync(SiteProcess site, CancellationToken cancellation)
    {
        var db = site.Open();
        await using (db)
        {
            if (db.Database.IsSqlite())
            {
                await db.Database.OpenConnectionAsync(cancellation);
                var command = db.Database.GetDbConnection().CreateCommand();
                await using (command)
                {
                    command.CommandText = "PRAGMA integrity_check";
                    if (await command.ExecuteScalarAsync(cancellation) is not "ok")
                    {
                        throw new InvalidOperationException("The database is damaged.");
                    }
                }
            }

            return [.. await db.Comments.Select(comment => comment.Text).ToListAsync(cancellation)];
        }
    }
}
