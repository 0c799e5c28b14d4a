using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Unknot.Practice.Storage;

namespace Unknot.Bench.Practice;

/// <summary>How many sessions are booked a second through the API, each held and then confirmed, beside what pgbench inserts of the same rows.</summary>
internal static class BookingsCommand
{
    private const int AtOnce = 16;
    private const int Bookings = 1_500;
    private const int Days = 80;
    private const int Inserts = 250;

    internal static async Task<bool> RunAsync(SiteProcess site, CancellationToken cancellation)
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10);
        var offered = await Offered.AddAsync(site, first, Days, 24, cancellation);
        var booker = new Booker(() => site.Client, offered.Slug);
        var free = new List<string>();
        for (var day = 0; day < Days; day += 60)
        {
            free.AddRange(await booker.FreeAsync(first.AddDays(day), first.AddDays(Math.Min(Days, day + 60) - 1)));
        }

        await BookAsync(booker, free[..100], cancellation);      // warm
        var started = Stopwatch.GetTimestamp();
        await BookAsync(booker, free.GetRange(100, Bookings), cancellation);
        var ours = Bookings / Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours:F0} bookings a second, {AtOnce} at once, each of two requests; answers: {new Figures(booker.Times)}"));
        if (site.Place is StorePlace.Postgres postgres && await BareAsync(postgres, offered, cancellation) is { } bare)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pgbench, the same insert: {bare:F0} a second, {AtOnce} at once; ours 1/{bare / ours:F0}"));
        }

        return booker.Failures.IsEmpty;
    }

    private static Task BookAsync(Booker booker, List<string> starts, CancellationToken cancellation) =>
        Parallel.ForEachAsync(starts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (start, _) =>
        {
            var (hold, _) = await booker.HoldAsync(start, Guid.NewGuid());
            if (hold is null || await booker.BookAsync(hold, "Reader") is null)
            {
                throw new InvalidOperationException($"{start} was free and could not be booked.");
            }
        });

    /// <returns>Null without pgbench.</returns>
    private static async Task<double?> BareAsync(StorePlace.Postgres place, Offered offered, CancellationToken cancellation)
    {
        var pgbench = Directory.Exists("/usr/lib/postgresql") ? Directory.GetFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories).FirstOrDefault() : null;
        if (pgbench is null)
        {
            Console.WriteLine("pgbench is not here.");
            return null;
        }

        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO appointments (id, therapist_id, service_id, starts_at_utc, ends_at_utc, occupied_from_utc, occupied_to_utc, state, add_ons, price_cents,
                client_note, consent_version, created_at_utc, sequence, version, request_key)
            SELECT gen_random_uuid(), '{offered.Therapist}', '{offered.Service}', t.at, t.at + interval '1 hour', t.at, t.at + interval '1 hour', 'Confirmed', '', 100, '', '1', now(), 0, 1, gen_random_uuid()
            FROM (SELECT timestamptz '2040-01-01' + nextval('bench_hours') * interval '1 hour' AS at) AS t;

            """), cancellation);
        var data = NpgsqlDataSource.Create(place.ConnectionString);
        await using (data)
        {
            var sequence = data.CreateCommand("CREATE SEQUENCE bench_hours");
            await using (sequence)
            {
                await sequence.ExecuteNonQueryAsync(cancellation);
            }
        }

        var parts = new NpgsqlConnectionStringBuilder(place.ConnectionString);
        var start = new ProcessStartInfo(pgbench, ["-n", "-h", parts.Host!, "-U", parts.Username!, "-c", $"{AtOnce}", "-j", "2", "-t", $"{Inserts}", "-f", script, parts.Database!])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var running = Process.Start(start)!;
        var told = await running.StandardOutput.ReadToEndAsync(cancellation);
        await running.WaitForExitAsync(cancellation);
        File.Delete(script);
        var line = told.Split('\n').FirstOrDefault(each => each.StartsWith("tps = ", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"pgbench said: {told}");
        return double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
    }
}
