using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Unknot.Practice.Booking;

/// <summary>Tells the database's refusal of an overlap from any other trouble.</summary>
internal static class Conflict
{
    private const int SqliteConstraint = 19;

    internal static bool IsOverlap(DbUpdateException trouble) => trouble.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation } => true,
        SqliteException { SqliteErrorCode: SqliteConstraint } refused => refused.Message.Contains("never overlap", StringComparison.Ordinal),
        _ => false,
    };

    internal static bool IsRepeated(DbUpdateException trouble) => trouble.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqliteException { SqliteErrorCode: SqliteConstraint } refused => refused.Message.Contains("UNIQUE", StringComparison.Ordinal),
        _ => false,
    };
}
