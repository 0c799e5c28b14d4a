using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

public sealed class SiteConsoleTests
{
    private const string Attack = "\"'></textarea><script>alert(1)</script>";

    [Fact]
    public async Task An_owner_sets_the_practice_up_and_visitors_see_it_at_once()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        using var visitor = SignedInClient.Stranger(site);
        Assert.Contains("· Unknot</title>", await visitor.GetStringAsync("/about"), StringComparison.Ordinal);

        var saved = await owner.SubmitAsync("/console/site", null, Fields());

        Assert.Equal("/console/site?done", saved.Headers.Location?.ToString());
        Assert.Contains("· Quiet Hands</title>", await visitor.GetStringAsync("/about"), StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        Assert.Equal(owner.PersonId, (await db.Audit.SingleAsync(entry => entry.Action == "settings.saved")).PersonId);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept_inert()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);

        var refused = await owner.SubmitAsync("/console/site", null, Fields(("Hours", Attack), ("AccentLight", Attack), ("Name", Attack + new string('x', 100)), ("Logo", Attack)));
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.All(new[] { "Hours", "AccentLight", "Name", "Logo" }, field => Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_colours_and_keeps_nothing()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);

        var page = await (await owner.SubmitAsync("/console/site", "Preview", Fields(("AccentLight", "#7a1f5c"), ("AccentDark", "#777777")))).Content.ReadAsStringAsync();

        Assert.Contains("fill=\"#7a1f5c\"", page, StringComparison.Ordinal);
        Assert.Contains("its contrast is 3.", page, StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<PracticeDb>().Settings.CountAsync());
    }

    [Fact]
    public async Task Who_saves_over_somebody_elses_save_is_told_first()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        await owner.SubmitAsync("/console/site", null, Fields());

        var late = await owner.SubmitAsync("/console/site", null, Fields(("Name", "Mine")));
        var page = await late.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("value=\"Mine\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Version\" value=\"1\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync("/console/site", null, Fields(("Name", "Mine"), ("Version", "1")))).StatusCode);
    }

    [Theory]
    [InlineData("/console/site")]
    [InlineData("/console/outbox")]
    public async Task Only_owners_come_in(string address)
    {
        await using var site = new OwnStoreSite();
        using var editor = await SignedInClient.AsAsync(site, PracticeRole.Editor);
        using var stranger = SignedInClient.Stranger(site);

        Assert.NotEqual(HttpStatusCode.OK, (await editor.Http.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(address)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await editor.Http.PostAsync(address, new FormUrlEncodedContent([]))).StatusCode);
    }

    [Fact]
    public async Task While_the_site_is_closed_the_signed_in_see_it()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        using var visitor = SignedInClient.Stranger(site);
        await owner.SubmitAsync("/console/site", null, Fields(("UnderMaintenance", "true")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/about")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/console/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync("/about")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync("/console/site")).StatusCode);
    }

    [Fact]
    public async Task The_outbox_says_that_nothing_is_sent_and_lets_a_message_be_put_aside_and_taken_up()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        MessageId id;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
            id = Outbox.Add(db, TimeProvider.System, "contact", "to@example.com", Attack, Attack, "ana@example.org").Id;
            await db.SaveChangesAsync();
        }

        var page = await owner.Http.GetStringAsync("/console/outbox");
        Assert.Contains("No mail server is set up", page, StringComparison.Ordinal);
        Assert.Contains("Answers go to <a href=\"mailto:ana@example.org\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);

        Assert.Equal("/console/outbox?done=aside", (await owner.SubmitAsync("/console/outbox", "Aside", ("message", id.ToString()))).Headers.Location?.ToString());
        Assert.Contains("Try again", await owner.Http.GetStringAsync("/console/outbox"), StringComparison.Ordinal);
        Assert.Equal("/console/outbox?done=sending", (await owner.SubmitAsync("/console/outbox", "Send", ("message", id.ToString()))).Headers.Location?.ToString());
        Assert.Equal("/console/outbox?done=gone", (await owner.SubmitAsync("/console/outbox", "Send", ("message", Guid.NewGuid().ToString()))).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync("/console/outbox", "Send", ("message", "x"))).StatusCode);
    }

    private static (string Name, string Value)[] Fields(params (string Name, string Value)[] changed)
    {
        var draft = Front.PracticeSite.Practice;
        var fields = typeof(SettingsDraft).GetProperties().ToDictionary(property => property.Name, property => property.GetValue(draft)?.ToString() ?? "", StringComparer.Ordinal);
        fields["UnderMaintenance"] = "";
        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        return [.. fields.Select(field => (field.Key, field.Value))];
    }
}
