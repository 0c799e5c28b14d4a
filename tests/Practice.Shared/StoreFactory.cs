using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Shared;

/// <summary>Contexts of a <see cref="TestStore"/>, for what makes its own.</summary>
public sealed class StoreFactory(TestStore store) : IDbContextFactory<PracticeDb>
{
    public PracticeDb CreateDbContext() => store.Open();
}
