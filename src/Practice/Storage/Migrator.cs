using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Unknot.Practice.Storage;

/// <summary>
/// Brings the tables of a database up to date. All steps that are missing are one transaction under a lock that the engine itself takes back
/// when the process dies: of several nodes that start together one works and the others wait and find nothing to do, and a
/// node that is killed leaves nothing half-done and no lock (decision 0021).
/// </summary>
public sealed class Migrator(StorePlace place, TimeProvider time)
{
    /// <summary>Any number, as long as nothing else in the database locks by it.</summary>
    private const long PostgresLock = 0x556e_6b6e_6f74;

    private const string VersionTable =
        "CREATE TABLE IF NOT EXISTS schema_versions (number integer PRIMARY KEY, name text NOT NULL, fingerprint text NOT NULL, applied_at_utc text NOT NULL);";

    /// <returns>How many steps were missing.</returns>
    /// <exception cref="StorageException">The database was made by a newer version, or by another text of a step.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellation)
    {
        var connection = await OpenAsync(cancellation);
        await using (connection)
        {
            // SQLite begins with the write lock; PostgreSQL waits for the advisory lock, which ends with the transaction.
            var transaction = await connection.BeginTransactionAsync(cancellation);
            await using (transaction)
            {
                if (place is StorePlace.Postgres)
                {
                    await RunAsync(connection, transaction, $"SELECT pg_advisory_xact_lock({PostgresLock});", cancellation);
                }

                await RunAsync(connection, transaction, VersionTable, cancellation);
                var missing = Missing(await AppliedAsync(connection, transaction, cancellation));
                foreach (var step in missing)
                {
                    await RunAsync(connection, transaction, step.Sql, cancellation);
                    await NoteAsync(connection, transaction, step, cancellation);
                }

                await transaction.CommitAsync(cancellation);
                return missing.Count;
            }
        }
    }

    /// <summary>Whether every step was applied and none that this version does not know.</summary>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    public async Task<bool> IsUpToDateAsync(CancellationToken cancellation)
    {
        if (place is StorePlace.Sqlite { File: var file } && !File.Exists(file))
        {
            return false;       // opening it would make an empty one
        }

        var connection = await OpenAsync(cancellation);
        await using (connection)
        {
            var applied = await AppliedAsync(connection, null, cancellation);
            var known = Migration.Of(place);
            return applied.Count == known.Count && known.All(step => applied.TryGetValue(step.Number, out var fingerprint) && fingerprint == step.Fingerprint);
        }
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        switch (place)
        {
            case StorePlace.Sqlite sqlite:
                Directory.CreateDirectory(Path.GetDirectoryName(sqlite.File)!);
                var file = new SqliteConnection(sqlite.ConnectionString);
                await file.OpenAsync(cancellation);

                // The journal's kind is kept in the file and cannot change within a transaction.
                await RunAsync(file, null, $"{SqliteManners.Pragmas} PRAGMA journal_mode = WAL;", cancellation);
                return file;
            case StorePlace.Postgres postgres:
                var server = new NpgsqlConnection(postgres.ConnectionString);
                await server.OpenAsync(cancellation);
                return server;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private List<Migration> Missing(Dictionary<int, string> applied)
    {
        var known = Migration.Of(place);
        if (applied.Keys.FirstOrDefault(number => number > known.Count) is var newer and > 0)
        {
            throw new StorageException($"The database was made by a newer version: it is at step {newer} and this one knows {known.Count}. Start the newer version, or restore a backup from before the change.");
        }

        if (known.FirstOrDefault(step => applied.TryGetValue(step.Number, out var fingerprint) && fingerprint != step.Fingerprint) is { } other)
        {
            throw new StorageException($"The database was made by another version of step {other.Name}, one that was never released. Remove the database ({place}) or start the version that made it.");
        }

        return [.. known.Where(step => !applied.ContainsKey(step.Number))];
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellation)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.Transaction = transaction;
            command.CommandText = "SELECT number, fingerprint FROM schema_versions;";
            var reader = await command.ExecuteReaderAsync(cancellation);
            await using (reader)
            {
                var applied = new Dictionary<int, string>();
                while (await reader.ReadAsync(cancellation))
                {
                    applied.Add(reader.GetInt32(0), reader.GetString(1));
                }

                return applied;
            }
        }
    }

    private async Task NoteAsync(DbConnection connection, DbTransaction transaction, Migration step, CancellationToken cancellation)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO schema_versions (number, name, fingerprint, applied_at_utc) VALUES (@number, @name, @fingerprint, @at);";
            Give("number", step.Number);
            Give("name", step.Name);
            Give("fingerprint", step.Fingerprint);
            Give("at", time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            await command.ExecuteNonQueryAsync(cancellation);

            void Give(string name, object value)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }
        }
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellation)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.Transaction = transaction;
#pragma warning disable CA2100 // The text is a constant or a file of this assembly.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
