using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Tests.Storage;

public sealed class BackupTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_backup_taken_while_others_write_is_whole()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            var written = 0;
            while (!stop.IsCancellationRequested)
            {
                await AddAuthorAsync(store, $"author-{written++}");
                begun.TrySetResult();
            }
        });
        var copy = Path.Combine(store.Folder, "copy.db");
        await AddAuthorAsync(store, "before");
        await begun.Task;

        SqliteBackup.Take(File(store), copy);
        await stop.CancelAsync();

        await writing;
        var names = NamesIn(copy);
        Assert.Contains("before", names);
        Assert.Empty(Directory.GetFiles(store.Folder, "*.part"));
    }

    [Fact]
    public async Task A_backup_comes_back_under_a_running_server_and_what_was_there_is_kept()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await AddAuthorAsync(store, "first");
        var copy = Path.Combine(store.Folder, "copy.db");
        SqliteBackup.Take(File(store), copy);
        await AddAuthorAsync(store, "second");
        await using var server = store.Open();
        Assert.Equal(2, await server.Authors.CountAsync());

        var kept = SqliteBackup.BringBack(copy, File(store), Now);

        Assert.Equal(["first"], await server.Authors.Select(author => author.Name).ToListAsync());
        Assert.Equal($"{File(store)}.before-restore-20261126-120000", kept);
        Assert.Equal(["first", "second"], NamesIn(kept!).Order(StringComparer.Ordinal));
        await AddAuthorAsync(store, "third");
    }

    [Theory]
    [InlineData("not a database at all, only some text that is long enough to be taken for a header of one")]
    [InlineData("")]
    public async Task What_is_no_backup_is_refused_and_changes_nothing(string content)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await AddAuthorAsync(store, "first");
        var wrong = Path.Combine(store.Folder, "wrong.db");
        await System.IO.File.WriteAllTextAsync(wrong, content);

        Assert.Throws<StorageException>(() => SqliteBackup.BringBack(wrong, File(store), Now));

        await using var db = store.Open();
        Assert.Equal(1, await db.Authors.CountAsync());
    }

    private static string File(TestStore store) => ((StorePlace.Sqlite)store.Place).File;

    private static async Task AddAuthorAsync(TestStore store, string name)
    {
        await using var db = store.Open();
        db.Authors.Add(new Author { Id = AuthorId.New(TimeProvider.System), Slug = name, Name = name, Bio = "" });
        await db.SaveChangesAsync();
    }

    private static List<string> NamesIn(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM authors";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
