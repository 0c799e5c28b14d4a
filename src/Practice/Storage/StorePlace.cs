using Microsoft.Data.Sqlite;
using Npgsql;

namespace Unknot.Practice.Storage;

/// <summary>Where a practice's data lies.</summary>
public abstract record StorePlace
{
    /// <summary>Name of the database file in a practice's folder.</summary>
    public const string FileName = "unknot.db";

    /// <summary>Of a node, unless the connection string says <c>Maximum Pool Size</c>.</summary>
    private const int MostConnections = 20;

    private StorePlace()
    {
    }

    /// <summary>PostgreSQL where a connection string is given, else the embedded SQLite in a folder.</summary>
    /// <param name="connectionString">Of PostgreSQL; null or empty for none.</param>
    /// <param name="folder">Of the embedded database; it is made when it is missing.</param>
    /// <exception cref="ArgumentException">The connection string is none that PostgreSQL understands.</exception>
    public static StorePlace From(string? connectionString, string folder) => string.IsNullOrWhiteSpace(connectionString)
        ? new Sqlite(Path.GetFullPath(Path.Combine(folder, FileName)))
        : new Postgres(WithFewConnections(new NpgsqlConnectionStringBuilder(connectionString)).ConnectionString);

    private static NpgsqlConnectionStringBuilder WithFewConnections(NpgsqlConnectionStringBuilder parts)
    {
        // Each is a process of the server's. In a rush opening them takes longer than waiting for one that is there.
        if (!parts.ShouldSerialize("Maximum Pool Size"))
        {
            parts.MaxPoolSize = MostConnections;
        }

        return parts;
    }

    /// <summary>One file on this machine, for one server.</summary>
    public sealed record Sqlite(string File) : StorePlace
    {
        /// <summary>A command waits up to 30 seconds for another writer.</summary>
        public string ConnectionString => new SqliteConnectionStringBuilder
        {
            DataSource = File,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ConnectionString;

        public override string ToString() => $"SQLite, {File}";
    }

    /// <summary>A server that several nodes share.</summary>
    public sealed record Postgres(string ConnectionString) : StorePlace
    {
        /// <summary>Names host and database only: the rest is secret.</summary>
        public override string ToString()
        {
            var parts = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"PostgreSQL, {parts.Host}, database {parts.Database}";
        }
    }
}
