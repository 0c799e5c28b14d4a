using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Hooks;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Connections;

/// <summary><c>/console/connections</c>: keys of the API, and webhooks with their last calls.</summary>
public sealed class ConnectionsModel(PracticeDb db, ApiKeys keys, WebhookDesk desk, HookRun run) : PageModel
{
    private const string Here = "/console/connections";
    private const int CallsShown = 20;

    public ImmutableArray<ApiKey> Keys { get; private set; } = [];

    public ImmutableArray<HookWithCalls> Hooks { get; private set; } = [];

    /// <summary>A secret that was just made; it is shown this once.</summary>
    public (string Title, string Value)? Secret { get; private set; }

    public string? Told { get; private set; }

    /// <summary>What is told is that something did not go well.</summary>
    public bool IsTrouble => Request.Query["done"] is ["nottaken" or "noevents" or "gone"];

    public ImmutableArray<OfferProblem> Problems { get; private set; } = [];

    public string KeyName { get; private set; } = "";

    public string HookAddress { get; private set; } = "";

    public ImmutableArray<string> HookEventNames { get; private set; } = HookEvents.All;

    /// <summary>Whose calls are to be seen at once.</summary>
    public WebhookId? Shown { get; private set; }

    public bool IsWrong(string field) => Problems.Any(problem => problem.Field == field);

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"].ToString() switch
        {
            "revoked" => "The key opens nothing any more.",
            "events" => "Saved.",
            "noevents" => "Nothing was saved: a webhook is told of one thing at least. Switch it off to tell it nothing.",
            "off" => "It is told of nothing until it is switched on.",
            "on" => "It is on. What waited is sent within half a minute.",
            "taken" => "It was taken.",
            "nottaken" => "It was not taken. It is tried again later; the last calls say what was answered.",
            "busy" => "It is being sent, or was taken meanwhile.",
            "gone" => "That is no longer there, or was done already.",
            _ => null,
        };
        Shown = Guid.TryParse(Request.Query["hook"], out var hook) ? WebhookId.Of(hook) : null;
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostKeyAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        KeyName = form["Name"].ToString();
        (var secret, Problems) = await keys.MakeAsync(KeyName, form["MayWrite"] == "yes", User.PersonId(), cancellation);
        return await MadeAsync(secret, "The new key", cancellation);
    }

    public async Task<IActionResult> OnPostHookAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        (HookAddress, HookEventNames) = (form["Address"].ToString(), Events(form));
        (var secret, Problems) = await desk.MakeAsync(HookAddress, HookEventNames, User.PersonId(), cancellation);
        return await MadeAsync(secret, "Secret of the new webhook, for checking its signatures", cancellation);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation) =>
        await IdAsync("key", cancellation) is { } id ? Done(await keys.RevokeAsync(ApiKeyId.Of(id), User.PersonId(), cancellation), "revoked") : BadRequest();

    public Task<IActionResult> OnPostOffAsync(CancellationToken cancellation) => SwitchAsync(on: false, cancellation);

    public Task<IActionResult> OnPostOnAsync(CancellationToken cancellation) => SwitchAsync(on: true, cancellation);

    public async Task<IActionResult> OnPostEventsAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParse(form["hook"], out var id))
        {
            return BadRequest();
        }

        var events = Events(form);
        return events.IsEmpty ? LocalRedirect($"{Here}?done=noevents") : Done(await desk.ChangeEventsAsync(WebhookId.Of(id), events, User.PersonId(), cancellation), "events");
    }

    /// <summary>Calls it now, so that whoever asks sees the answer.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellation)
    {
        if (await IdAsync("hook", cancellation) is not { } id)
        {
            return BadRequest();
        }

        var call = await desk.TestAsync(WebhookId.Of(id), User.PersonId(), cancellation);
        return call is null ? Done(false, "") : await CalledAsync(id, call.Value, cancellation);
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParse(form["hook"], out var hook) || !Guid.TryParse(form["call"], out var call))
        {
            return BadRequest();
        }

        return await desk.TryAgainAsync(call, User.PersonId(), cancellation) ? await CalledAsync(hook, call, cancellation) : Done(false, "");
    }

    private async Task<IActionResult> CalledAsync(Guid hook, Guid call, CancellationToken cancellation)
    {
        var word = await run.CallNowAsync(call, cancellation) switch { true => "taken", false => "nottaken", null => "busy" };
        return LocalRedirect($"{Here}?done={word}&hook={hook}#hook-{hook}");
    }

    private async Task<IActionResult> SwitchAsync(bool on, CancellationToken cancellation) =>
        await IdAsync("hook", cancellation) is { } id ? Done(await desk.SwitchAsync(WebhookId.Of(id), on, User.PersonId(), cancellation), on ? "on" : "off") : BadRequest();

    private async Task<IActionResult> MadeAsync(string? secret, string title, CancellationToken cancellation)
    {
        if (secret is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            (Secret, KeyName, HookAddress, HookEventNames) = ((title, secret), "", "", HookEvents.All);
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private LocalRedirectResult Done(bool isDone, string word) => LocalRedirect($"{Here}?done={(isDone ? word : "gone")}");

    private async Task<Guid?> IdAsync(string field, CancellationToken cancellation) =>
        await PostedForm.ReadAsync(Request, cancellation) is { } form && Guid.TryParse(form[field], out var id) ? id : null;

    private static ImmutableArray<string> Events(IFormCollection form) => [.. form["Events"].Where(name => HookEvents.All.Contains(name ?? "", StringComparer.Ordinal)).Select(name => name!)];

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Keys = [.. await db.ApiKeys.AsNoTracking().OrderBy(key => key.RevokedAtUtc != null).ThenByDescending(key => key.CreatedAtUtc).Take(100).ToListAsync(cancellation)];
        var all = ImmutableArray.CreateBuilder<HookWithCalls>();
        foreach (var hook in await db.Webhooks.AsNoTracking().OrderBy(each => each.StoppedAtUtc != null).ThenBy(each => each.CreatedAtUtc).ToListAsync(cancellation))
        {
            var id = hook.Id.ToString();
            var calls = await db.WebhookDeliveries.AsNoTracking().Where(call => call.WebhookId == hook.Id).OrderByDescending(call => call.CreatedAtUtc).ThenByDescending(call => call.Id).Take(CallsShown).ToListAsync(cancellation);
            var lastWord = hook.StoppedAtUtc is null ? null : await db.Audit.Where(entry => entry.Subject == "webhook" && entry.SubjectId == id && (entry.Action == WebhookDesk.StoppedByFailures || entry.Action == WebhookDesk.StoppedByPerson))
                .OrderByDescending(entry => entry.AtUtc).Select(entry => entry.Action).FirstOrDefaultAsync(cancellation);
            all.Add(new HookWithCalls(hook, [.. calls], lastWord == WebhookDesk.StoppedByFailures));
        }

        Hooks = all.ToImmutable();
    }

    /// <param name="Calls">The last ones, the newest first.</param>
    /// <param name="StoppedByFailures">And not by a person.</param>
    public sealed record HookWithCalls(Webhook Hook, ImmutableArray<WebhookDelivery> Calls, bool StoppedByFailures);
}
