using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Shared;

/// <summary>An empty database of one test, with today's tables unless told otherwise; it is gone when the test is.</summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>Migrating takes longer than most tests: it is done once, and copied.</summary>
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MigratedDatabaseAsync);
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigratedFileAsync);

    private readonly string _name = $"unknot_{Guid.NewGuid():N}";

    private TestStore(Engine engine)
    {
        Engine = engine;
        Folder = Path.Combine(Path.GetTempPath(), _name);
        Place = engine is Engine.Sqlite
            ? StorePlace.From(null, Folder)
            : StorePlace.From(new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 40 }.ConnectionString, Folder);
    }

    public Engine Engine { get; }

    public StorePlace Place { get; }

    /// <summary>For files of the test; holds the database file of SQLite.</summary>
    public string Folder { get; }

    private static string Server => Environment.GetEnvironmentVariable("UNKNOT_TEST_POSTGRES")
        ?? throw new InvalidOperationException("UNKNOT_TEST_POSTGRES names no server. './dev postgres' starts one and prints the line to set it; './dev test' does it by itself.");

    public static async Task<TestStore> CreateAsync(Engine engine, bool migrate = true)
    {
        var store = new TestStore(engine);
        Directory.CreateDirectory(store.Folder);
        if (engine is Engine.Postgres)
        {
            await OnServerAsync($"CREATE DATABASE {store._name}{(migrate ? $" TEMPLATE {await PostgresTemplate.Value}" : "")}");
        }
        else if (migrate)
        {
            File.Copy(await SqliteTemplate.Value, ((StorePlace.Sqlite)store.Place).File);
        }

        return store;
    }

    /// <summary>A context of its own, as each request has one.</summary>
    public PracticeDb Open() => new(new DbContextOptionsBuilder<PracticeDb>().UsePlace(Place).Options);

    /// <summary>Runs SQL as it is and gives the first value of the first row.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var db = Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Written in the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine is Engine.Postgres)
        {
            await using (var pooled = new NpgsqlConnection(((StorePlace.Postgres)Place).ConnectionString))
            {
                NpgsqlConnection.ClearPool(pooled);
            }

            await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        }
        else
        {
            using var pooled = new SqliteConnection(((StorePlace.Sqlite)Place).ConnectionString);
            SqliteConnection.ClearPool(pooled);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MigratedDatabaseAsync()
    {
        var name = $"unknot_template_{Guid.NewGuid():N}";
        await OnServerAsync($"CREATE DATABASE {name}");
        var place = new StorePlace.Postgres(new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = false }.ConnectionString);
        await new Migrator(place, TimeProvider.System).MigrateAsync(CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => OnServerAsync($"DROP DATABASE {name} WITH (FORCE)").Wait(TimeSpan.FromSeconds(5));
        return name;
    }

    private static async Task<string> MigratedFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("unknot-template-").FullName;
        var place = new StorePlace.Sqlite(Path.Combine(folder, StorePlace.FileName));
        await new Migrator(place, TimeProvider.System).MigrateAsync(CancellationToken.None);
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var copy = Path.Combine(folder, "copy.db");
        SqliteBackup.Take(place.File, copy);
        return copy;
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
