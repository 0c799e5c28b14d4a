using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Mail;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Outbox;

/// <summary>Messages that wait, that could not be sent, and that went out; each list with its newest.</summary>
public sealed class OutboxModel(PracticeDb db, OutboxDesk desk, IMailSender sender, SettingsShelf shelf) : PageModel
{
    internal const int Shown = 50;

    public bool CanSend => sender.CanSend;

    public bool HasAddress { get; private set; }

    public ImmutableArray<OutboxMessage> Waiting { get; private set; } = [];

    public ImmutableArray<OutboxMessage> GivenUp { get; private set; } = [];

    public ImmutableArray<OutboxMessage> Sent { get; private set; } = [];

    public string? Told { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"].ToString() switch
        {
            "sending" => "It is tried within half a minute.",
            "aside" => "Put aside: it is not sent until you take it up again.",
            "gone" => "It had been sent meanwhile, or is no longer there.",
            _ => null,
        };
        HasAddress = (await shelf.CurrentAsync(cancellation)).Email.Length > 0;
        var unsent = db.Outbox.AsNoTracking().Where(message => message.SentAtUtc == null);
        Waiting = [.. await unsent.Where(message => message.GivenUpAtUtc == null).OrderByDescending(message => message.CreatedAtUtc).Take(Shown).ToListAsync(cancellation)];
        GivenUp = [.. await unsent.Where(message => message.GivenUpAtUtc != null).OrderByDescending(message => message.GivenUpAtUtc).Take(Shown).ToListAsync(cancellation)];
        Sent = [.. await db.Outbox.AsNoTracking().Where(message => message.SentAtUtc != null).OrderByDescending(message => message.SentAtUtc).Take(Shown).ToListAsync(cancellation)];
    }

    public Task<IActionResult> OnPostSendAsync(CancellationToken cancellation) => ChangeAsync(desk.SendNowAsync, "sending", cancellation);

    public Task<IActionResult> OnPostAsideAsync(CancellationToken cancellation) => ChangeAsync(desk.PutAsideAsync, "aside", cancellation);

    private async Task<IActionResult> ChangeAsync(Func<MessageId, Guid, CancellationToken, Task<bool>> change, string done, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParseExact(form["message"], "D", out var id))
        {
            return BadRequest();
        }

        return LocalRedirect($"/console/outbox?done={(await change(MessageId.Of(id), User.PersonId(), cancellation) ? done : "gone")}");
    }
}
