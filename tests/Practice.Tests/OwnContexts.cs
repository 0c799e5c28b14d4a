using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Tests;

/// <summary>Contexts of a test's database for what runs in the background.</summary>
internal sealed class OwnContexts(TestStore store) : IDbContextFactory<PracticeDb>
{
    public PracticeDb CreateDbContext() => store.Open();
}
