using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Unknot.Practice.Storage;

public static class StorageSetup
{
    /// <summary>
    /// Gives every request its own <see cref="PracticeDb"/>, and background work an <see cref="IDbContextFactory{TContext}"/>.
    /// The tables are made by <see cref="Migrator"/>, which the host calls before it answers.
    /// </summary>
    public static IServiceCollection AddPracticeStorage(this IServiceCollection services, StorePlace place) => services
        .AddSingleton(place)
        .AddSingleton<Migrator>()
        .AddPooledDbContextFactory<PracticeDb>(options => options.UsePlace(place))
        .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PracticeDb>>().CreateDbContext());

    /// <summary>Options for a context outside a host: a command, a test.</summary>
    public static DbContextOptionsBuilder UsePlace(this DbContextOptionsBuilder options, StorePlace place) => place switch
    {
        StorePlace.Sqlite sqlite => options.LogQuietly().UseSqlite(sqlite.ConnectionString).AddInterceptors(new SqliteManners()),
        StorePlace.Postgres postgres => options.LogQuietly().UseNpgsql(postgres.ConnectionString),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A refusal by a constraint is an answer here, and what nobody expected is logged where it is caught.</summary>
    private static DbContextOptionsBuilder LogQuietly(this DbContextOptionsBuilder options) => options.ConfigureWarnings(static warnings => warnings
        .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));
}
