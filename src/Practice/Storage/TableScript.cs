using Microsoft.EntityFrameworkCore;

namespace Unknot.Practice.Storage;

/// <summary>Writes what the model says its tables are: the start of a new migration, and what the migrations are held against.</summary>
public static class TableScript
{
    /// <param name="place">Which engine's language; nothing is opened.</param>
    /// <returns>SQL that makes all tables and indexes in an empty database.</returns>
    public static string For(StorePlace place)
    {
        using var db = new PracticeDb(new DbContextOptionsBuilder<PracticeDb>().UsePlace(place).Options);
        return db.Database.GenerateCreateScript().ReplaceLineEndings("\n");
    }
}
