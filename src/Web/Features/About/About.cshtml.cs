using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Pictures;
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
        var shown = authors.Select(author => author.PictureId).OfType<PictureId>().ToList();
        var pictures = await db.Pictures.AsNoTracking().Where(picture => shown.Contains(picture.Id)).ToDictionaryAsync(picture => picture.Id, cancellation);
        People = [.. authors.Select(author => new PersonShown(author.Slug, author.Name, author.Bio, author.PictureId is { } id && pictures.TryGetValue(id, out var picture) ? picture.AddressAt(picture.Widths[0]) : null))];
    }
}
