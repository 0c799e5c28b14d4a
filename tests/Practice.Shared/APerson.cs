using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;

namespace Unknot.Practice.Shared;

/// <summary>Somebody of the practice, for what must have been done by one.</summary>
public static class APerson
{
    /// <returns>Always the same one in a store.</returns>
    public static async Task<Guid> InAsync(TestStore store)
    {
        await using var db = store.Open();
        if (await db.Users.FirstOrDefaultAsync() is { } there)
        {
            return there.Id;
        }

        var person = new Person { Id = Guid.CreateVersion7(), Name = "Owner", UserName = "owner@example.com", CreatedAtUtc = Written.Start };
        db.Users.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }
}
