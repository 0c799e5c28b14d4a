using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Pictures;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Pictures;

/// <summary><c>/console/pictures</c>: all pictures, and the way in for new ones. The editor's script posts here too and asks for JSON.</summary>
public sealed class IndexModel(PracticeDb db, PictureIntake intake) : PageModel
{
    private const int OnPage = 60;

    public IReadOnlyList<Picture> All { get; private set; } = [];

    public string? Trouble { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public bool HasMore { get; private set; }

    /// <summary>What the editor's script is told.</summary>
    public sealed record Answer(string? Markdown, string? Trouble);

    public Task OnGetAsync(CancellationToken cancellation)
    {
        IsDone = Request.Query["done"] == "added";
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var wantsJson = Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "application/json");
        var outcome = await TakeAsync(cancellation);
        if (outcome is PictureOutcome.Taken taken)
        {
            return wantsJson
                ? new JsonResult(new Answer($"![]({taken.Picture.AddressAt(taken.Picture.Width)})", null))
                : Redirect("/console/pictures?done=added");
        }

        Trouble = ((PictureOutcome.Refused)outcome).Message;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (wantsJson)
        {
            return new JsonResult(new Answer(null, Trouble));
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task<PictureOutcome> TakeAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        if (form.Files is not [{ Name: "file" } file])
        {
            return new PictureOutcome.Refused("Choose one picture.");
        }

        if (file.Length > PictureIntake.LargestFile)
        {
            return new PictureOutcome.Refused($"The file is larger than {PictureIntake.LargestFile / 1024 / 1024} MB.");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        return await intake.TakeAsync(content.ToArray(), Path.GetFileName(file.FileName), User.PersonId(), cancellation);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Number = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1;
        var found = await db.Pictures.AsNoTracking().OrderByDescending(picture => picture.AddedAtUtc).ThenByDescending(picture => picture.Id)
            .Skip((Number - 1) * OnPage).Take(OnPage + 1).ToListAsync(cancellation);
        (All, HasMore) = (found[..Math.Min(OnPage, found.Count)], found.Count > OnPage);
    }
}
