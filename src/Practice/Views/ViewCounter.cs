using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Hosting;
using Unknot.Practice.Articles;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Views;

/// <summary>
/// Counts one view a reader, article and day. Views that come together are written together, and whoever waits for one is
/// answered when it is on the disk. The marks are unique in the database, so several nodes count as one.
/// </summary>
public sealed class ViewCounter(IDbContextFactory<PracticeDb> store, DayKeys keys) : BackgroundService
{
    /// <summary>Most marks written in one statement.</summary>
    private const int LargestBatch = 500;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(20_000) { SingleReader = true });

    /// <returns>False when the same reader had seen the article today, or there is no such article.</returns>
    public async Task<bool> CountAsync(ArticleId article, ReaderTrace reader, CancellationToken cancellation)
    {
        var (day, mark) = await keys.MarkAsync(article, reader, cancellation);
        var waiting = new Waiting(article, day, mark, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancellation);
        return await waiting.Written.Task.WaitAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What waits when the server is told to stop is still written: requests end before services do.
        var batch = new List<Waiting>(LargestBatch);
        while (await WaitAsync(stoppingToken) || _waiting.Reader.Count > 0)
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                await WriteAsync(batch, CancellationToken.None);
            }
            catch (Exception trouble) when (trouble is DbException or DbUpdateException or TimeoutException)
            {
                foreach (var lost in batch)
                {
                    lost.Written.TrySetException(trouble);
                }
            }
        }
    }

    private async Task<bool> WaitAsync(CancellationToken stopping)
    {
        try
        {
            return await _waiting.Reader.WaitToReadAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WriteAsync(List<Waiting> batch, CancellationToken cancellation)
    {
        // In one order everywhere, or two nodes could each hold what the other waits for.
        var marks = batch
            .GroupBy(waiting => (waiting.Article, waiting.Day, waiting.Mark))
            .OrderBy(group => group.Key.Article.Value).ThenBy(group => group.Key.Mark, StringComparer.Ordinal)
            .ToList();
        var db = await store.CreateDbContextAsync(cancellation);
        await using (db)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await using (transaction)
            {
                var ids = marks.Select(group => group.Key.Article).Distinct().ToArray();
                var known = await db.Articles.Where(article => ids.Contains(article.Id)).Select(article => article.Id).ToListAsync(cancellation);
                var added = await InsertAsync(db, transaction, [.. marks.Select(group => group.Key).Where(mark => known.Contains(mark.Article))], cancellation);
                foreach (var article in added.GroupBy(mark => mark.Article).OrderBy(group => group.Key.Value))
                {
                    var more = article.Count();
                    await db.Articles.Where(each => each.Id == article.Key)
                        .ExecuteUpdateAsync(set => set.SetProperty(each => each.Views, each => each.Views + more), cancellation);
                }

                await transaction.CommitAsync(cancellation);
                foreach (var group in marks)
                {
                    var counts = added.Contains((group.Key.Article, group.Key.Mark));
                    foreach (var waiting in group)
                    {
                        waiting.Written.TrySetResult(counts);
                        counts = false;
                    }
                }
            }
        }
    }

    /// <returns>Those that were not there.</returns>
    private static async Task<HashSet<(ArticleId Article, string Mark)>> InsertAsync(
        PracticeDb db, IDbContextTransaction transaction, List<(ArticleId Article, DateOnly Day, string Mark)> marks, CancellationToken cancellation)
    {
        var added = new HashSet<(ArticleId, string)>();
        if (marks.Count == 0)
        {
            return added;
        }

        var command = db.Database.GetDbConnection().CreateCommand();
        await using (command)
        {
            command.Transaction = transaction.GetDbTransaction();
            var text = new StringBuilder("INSERT INTO view_marks (article_id, day, mark) VALUES ");
            for (var i = 0; i < marks.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@a{i}, @d{i}, @m{i})");
                Give($"a{i}", marks[i].Article.Value);
                Give($"d{i}", marks[i].Day);
                Give($"m{i}", marks[i].Mark);
            }

#pragma warning disable CA2100 // Names of parameters and nothing else.
            command.CommandText = text.Append(" ON CONFLICT DO NOTHING RETURNING article_id, mark").ToString();
#pragma warning restore CA2100
            var reader = await command.ExecuteReaderAsync(cancellation);
            await using (reader)
            {
                while (await reader.ReadAsync(cancellation))
                {
                    added.Add((ArticleId.Of(reader.GetGuid(0)), reader.GetString(1)));
                }
            }
        }

        return added;

        void Give(string name, object value)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }

    private sealed record Waiting(ArticleId Article, DateOnly Day, string Mark, TaskCompletionSource<bool> Written);
}
