using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Tests.Storage;

public sealed class MigratorTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Migrations_make_the_tables_that_the_model_describes(Engine engine)
    {
        await using var migrated = await TestStore.CreateAsync(engine);
        await using var described = await TestStore.CreateAsync(engine, migrate: false);
        await using (var db = described.Open())
        {
            await db.Database.ExecuteSqlRawAsync(TableScript.For(described.Place).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        Assert.Equal(await TablesAsync(described), await TablesAsync(migrated));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Of_ten_nodes_that_start_together_one_migrates(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine, migrate: false);

        var done = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => new Migrator(store.Place, TimeProvider.System).MigrateAsync(CancellationToken.None))));

        Assert.Equal(9, done.Count(steps => steps == 0));
        Assert.Equal(Migration.Of(store.Place).Count, done.Sum());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_database_of_a_newer_version_is_left_alone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await store.ScalarAsync("INSERT INTO schema_versions VALUES (9999, '9999-later', 'x', '2030-01-01T00:00:00Z')");

        var trouble = await Assert.ThrowsAsync<StorageException>(() => new Migrator(store.Place, TimeProvider.System).MigrateAsync(CancellationToken.None));

        Assert.Contains("newer version", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_database_made_by_another_text_of_a_step_is_refused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await store.ScalarAsync("UPDATE schema_versions SET fingerprint = 'x' WHERE number = 1");

        var trouble = await Assert.ThrowsAsync<StorageException>(() => new Migrator(store.Place, TimeProvider.System).MigrateAsync(CancellationToken.None));

        Assert.Contains("0001-start", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_audit_trail_cannot_be_changed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using (var db = store.Open())
        {
            db.Audit.Add(new Practice.People.AuditEntry
            {
                Id = Guid.CreateVersion7(),
                AtUtc = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
                Action = "article.published",
                Subject = "article",
                SubjectId = "1",
                Note = "",
            });
            await db.SaveChangesAsync();
        }

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.ScalarAsync("UPDATE audit_entries SET action = 'x'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.ScalarAsync("DELETE FROM audit_entries"));
        await using var again = store.Open();
        var entry = Assert.Single(await again.Audit.ToListAsync());
        Assert.Equal("article.published", entry.Action);
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), entry.AtUtc);
        Assert.Equal(DateTimeKind.Utc, entry.AtUtc.Kind);
    }

    /// <summary>Tables, columns, keys and indexes as the engine itself tells them, without the constraints that a model cannot say.</summary>
    private static async Task<string> TablesAsync(TestStore store) => (string)(await store.ScalarAsync(store.Engine is Engine.Sqlite
        ? "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND name <> 'schema_versions' AND sql IS NOT NULL ORDER BY name)"
        : """
          SELECT string_agg(line, E'\n' ORDER BY line) FROM (
              SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length::text, '') || ' ' || is_nullable AS line
              FROM information_schema.columns WHERE table_schema = 'public'
              UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
              UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace) AS lines
          WHERE line NOT LIKE '%schema_versions%' AND line NOT LIKE '%EXCLUDE USING%' AND line NOT LIKE '%USING gist%' AND line NOT LIKE '% CHECK (%'
          """))!;
}
