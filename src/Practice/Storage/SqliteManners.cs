using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Unknot.Practice.Storage;

/// <summary>
/// What every connection to SQLite must be told anew: wait for another writer instead of failing, and put each confirmed
/// write on the disk, so that neither a killed process nor a power cut takes it back.
/// </summary>
internal sealed class SqliteManners : DbConnectionInterceptor
{
    internal const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
