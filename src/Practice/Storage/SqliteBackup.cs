using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Unknot.Practice.Storage;

/// <summary>Copies of the embedded database, taken and brought back while the server runs, by SQLite's own online backup.</summary>
public static class SqliteBackup
{
    private const int SqliteBusy = 5;

    /// <summary>Among many writers the beginning of a copy may be refused; trying again soon succeeds.</summary>
    private const int Attempts = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Writes a copy that is complete or not there at all.</summary>
    /// <param name="database">The file that is in use.</param>
    /// <param name="copy">File to write; an older one is replaced.</param>
    /// <exception cref="StorageException">There is no database.</exception>
    public static void Take(string database, string copy)
    {
        if (!File.Exists(database))
        {
            throw new StorageException($"There is no database at {database}.");
        }

        var half = $"{copy}.{Guid.NewGuid():N}.part";
        try
        {
            using (var from = Open(database, SqliteOpenMode.ReadWrite))
            using (var to = Open(half, SqliteOpenMode.ReadWriteCreate))
            {
                Copy(from, to);

                // A copy is one file: without this it would ask for a journal beside it when it is opened.
                Run(to, "PRAGMA journal_mode = DELETE;");
                Check(to, half);
            }

            File.Move(half, copy, overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static void Copy(SqliteConnection from, SqliteConnection to)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                from.BackupDatabase(to);
                return;
            }
            catch (SqliteException trouble) when (trouble.SqliteErrorCode == SqliteBusy && attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Puts a copy in the place of what is there, which is kept beside it.</summary>
    /// <param name="copy">What <see cref="Take"/> wrote.</param>
    /// <param name="database">The file in use; made when it is missing.</param>
    /// <param name="now">Names what is kept.</param>
    /// <returns>Where the database as it was is kept; null when there was none.</returns>
    /// <exception cref="StorageException">The copy is missing, damaged, or no database of this product.</exception>
    public static string? BringBack(string copy, string database, DateTimeOffset now)
    {
        if (!File.Exists(copy))
        {
            throw new StorageException($"There is no backup at {copy}.");
        }

        using var from = Open(copy, SqliteOpenMode.ReadOnly);
        Check(from, copy);
        string? kept = null;
        if (File.Exists(database))
        {
            kept = $"{database}.before-restore-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
            Take(database, kept);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
        using var to = Open(database, SqliteOpenMode.ReadWriteCreate);
        from.BackupDatabase(to);
        Run(to, "PRAGMA journal_mode = WAL;");
        return kept;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Check(SqliteConnection connection, string file)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check;";
            if (command.ExecuteScalar() as string is not "ok")
            {
                throw new StorageException($"{file} is damaged.");
            }

            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'schema_versions';";
            if (command.ExecuteScalar() is not 1L)
            {
                throw new StorageException($"{file} is no database of Unknot.");
            }
        }
        catch (SqliteException trouble) when (trouble.SqliteErrorCode is 26 or 11)    // not a database, corrupt
        {
            throw new StorageException($"{file} is no database, or a damaged one.");
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
