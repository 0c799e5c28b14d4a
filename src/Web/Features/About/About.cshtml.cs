using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.About;

/// <summary>Somebody whose articles the site shows.</summary>
/// <param name="Picture">Its address; null for none.</param>
public sealed record PersonShown(string Slug, string Name, string Bio, string? Picture);

public sealed class AboutModel(PracticeDb db, SettingsShelf shelf) : PageModel
{
    public PracticeSettings Practice { get; private set; } = SettingsDesk.ProductDefault();

    public ImmutableArray<PersonShown> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Practice = await shelf.CurrentAsync(cancellation);
        var authors = await db.Authors.AsNoTracking().OrderBy(author => author.Name).ToListAsync(cancellation);
        People = [.. authors.Select(author => new PersonShown(author.Slug, author.Name, author.Bio, author.PictureId is { } picture ? $"/pictures/{picture}/160" : null))];
    }
}
