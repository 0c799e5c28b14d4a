using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;

namespace Unknot.Bench.Practice;

/// <summary>
/// A hundred clients race for twenty times on two nodes: exactly twenty get one. Then again, while a node is killed and PostgreSQL restarted: what was
/// confirmed stays, and what was held by somebody who went away is free again.
/// </summary>
internal static class RaceCommand
{
    private const int Clients = 100;
    private const int Times = 20;
    private const int Days = 2;
    private const int HoursADay = Times / Days;
    private const int GoneAway = 6;

    /// <summary>Shell command that restarts PostgreSQL; without it the database is left in peace.</summary>
    private static readonly string? Restart = Environment.GetEnvironmentVariable("UNKNOT_RESTART_POSTGRES");

    internal static async Task<bool> RunAsync(SiteProcess site, CancellationToken cancellation)
    {
        var other = await site.JoinAsync();
        await using (other)
        {
            await WarmAsync(site, other, cancellation);
            var isRight = await RaceAsync(site, other, cancellation);
            return await WithTroubleAsync(site, other, cancellation) && isRight;
        }
    }

    /// <summary>A race on another day, so that no node answers for the first time in its life when it counts.</summary>
    private static async Task WarmAsync(SiteProcess site, SiteProcess other, CancellationToken cancellation)
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(20);
        var offered = await Offered.AddAsync(site, first, Days, HoursADay, cancellation);
        var clients = Enumerable.Range(0, Clients).Select(number => new Booker(() => (number % 2 == 0 ? site : other).Client, offered.Slug)).ToList();
        var free = await clients[1].FreeAsync(first, first.AddDays(Days));
        await Parallel.ForEachAsync(clients.Index(), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, async (each, _) => await TryAsync(each.Item, free[each.Index % Times], each.Index));
    }

    private static async Task<bool> RaceAsync(SiteProcess site, SiteProcess other, CancellationToken cancellation)
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30);
        var offered = await Offered.AddAsync(site, first, Days, HoursADay, cancellation);
        var clients = Enumerable.Range(0, Clients).Select(number => new Booker(() => (number % 2 == 0 ? site : other).Client, offered.Slug)).ToList();
        var free = await clients[0].FreeAsync(first, first.AddDays(Days));
        var sessions = await Task.WhenAll(clients.Select((client, number) => Task.Run(() => TryAsync(client, free[number % Times], number), cancellation)));
        var (confirmed, overlaps) = await CountAsync(site, offered, cancellation);
        var failures = clients.Sum(client => client.Failures.Count);
        var times = new Figures(clients.SelectMany(client => client.Times));
        Console.WriteLine($"{Clients} clients for {free.Count} times on two nodes: {sessions.Count(session => session is not null)} told they have one, {confirmed} confirmed, {overlaps} overlaps, {failures} errors; answers: {times}");
        return free.Count == Times && sessions.Count(session => session is not null) == Times && confirmed == Times && overlaps == 0 && failures == 0 && times.At(1) < 1_000;
    }

    private static async Task<bool> WithTroubleAsync(SiteProcess site, SiteProcess other, CancellationToken cancellation)
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(40);
        var offered = await Offered.AddAsync(site, first, Days, HoursADay, cancellation);
        // Whoever meets a dead node asks the other one, as a proxy would.
        var alive = new ConcurrentDictionary<SiteProcess, bool> { [site] = true, [other] = true };
        var clients = Enumerable.Range(0, Clients).Select(number => new Booker(() => number % 2 == 1 && alive[other] ? other.Client : site.Client, offered.Slug)).ToList();
        var free = await clients[0].FreeAsync(first, first.AddDays(Days));
        var gone = new ConcurrentBag<string>();
        var racing = Task.WhenAll(clients.Select((client, number) => Task.Run(async () =>
        {
            await Task.Delay(number * 30, cancellation);
            return number % (Clients / GoneAway) == 0
                ? await GoAwayAsync(client, free[number % Times], gone)
                : await TryAsync(client, free[number % Times], number);
        }, cancellation)));
        await Task.Delay(400, cancellation);
        alive[other] = false;
        await other.KillAsync();
        await Task.Delay(400, cancellation);
        var isRestarted = Restart is not null && site.Place is Unknot.Practice.Storage.StorePlace.Postgres && await RestartAsync(cancellation);
        await other.StartAsync();
        alive[other] = true;
        var told = (await racing).OfType<string>().ToHashSet(StringComparer.Ordinal);

        // What somebody held and left is free again once its ten minutes are over.
        await ForwardAsync(site, offered, cancellation);
        var late = new Booker(() => other.Client, offered.Slug);
        var left = await late.FreeAsync(first, first.AddDays(Days));
        foreach (var start in left)
        {
            if (await TryAsync(late, start, 1000) is { } session)
            {
                told.Add(session);
            }
        }

        var (confirmed, overlaps) = await CountAsync(site, offered, cancellation);
        var lost = 0;
        foreach (var session in told)
        {
            using var answer = await site.Client.GetAsync($"/api/v1/sessions/{session}", cancellation);
            lost += answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync(cancellation)).Contains("Confirmed", StringComparison.Ordinal) ? 0 : 1;
        }

        Console.WriteLine($"the same while a node is killed{(isRestarted ? " and PostgreSQL restarted" : "")}: {told.Count} told they have one, {confirmed} confirmed, {lost} lost, {overlaps} overlaps; {gone.Count} held and went away, {left.Count} times were free again");
        return confirmed == Times && told.Count == Times && lost == 0 && overlaps == 0;
    }

    /// <summary>Goes on with the nearest free time, until there is none.</summary>
    private static async Task<string?> TryAsync(Booker client, string wanted, int number)
    {
        var start = wanted;
        while (true)
        {
            var key = Guid.NewGuid();
            var (hold, nearest) = await AgainAsync(() => client.HoldAsync(start, key));
            if (hold is not null)
            {
                return await AgainAsync(() => client.BookAsync(hold, $"Racer {number}"));
            }

            if (nearest.Count == 0)
            {
                return null;
            }

            start = nearest[number % nearest.Count];
        }
    }

    private static async Task<string?> GoAwayAsync(Booker client, string wanted, ConcurrentBag<string> gone)
    {
        var key = Guid.NewGuid();
        if ((await AgainAsync(() => client.HoldAsync(wanted, key))).Hold is { } hold)
        {
            gone.Add(hold);
        }

        return null;
    }

    /// <summary>The same request again, as a browser would send it, until somebody answers.</summary>
    private static async Task<T> AgainAsync<T>(Func<Task<T>> send)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return await send();
            }
            catch (HttpRequestException) when (tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<(int Confirmed, int Overlaps)> CountAsync(SiteProcess site, Offered offered, CancellationToken cancellation)
    {
        var db = site.Open();
        await using (db)
        {
            var all = await db.Appointments.AsNoTracking().Where(each => each.TherapistId == offered.Therapist && each.State == AppointmentState.Confirmed).OrderBy(each => each.OccupiedFromUtc).ToListAsync(cancellation);
            return (all.Count, all.Zip(all.Skip(1)).Count(pair => pair.First.OccupiedToUtc > pair.Second.OccupiedFromUtc));
        }
    }

    private static async Task ForwardAsync(SiteProcess site, Offered offered, CancellationToken cancellation)
    {
        var past = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);
        var db = site.Open();
        await using (db)
        {
            await db.Appointments.Where(each => each.TherapistId == offered.Therapist && each.State == AppointmentState.Held)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.HoldEndsAtUtc, past), cancellation);
        }
    }

    private static async Task<bool> RestartAsync(CancellationToken cancellation)
    {
        using var restart = Process.Start(new ProcessStartInfo("bash", ["-c", Restart!]) { UseShellExecute = false })!;
        await restart.WaitForExitAsync(cancellation);
        Npgsql.NpgsqlConnection.ClearAllPools();
        return restart.ExitCode == 0 ? true : throw new InvalidOperationException("PostgreSQL was not restarted.");
    }
}
