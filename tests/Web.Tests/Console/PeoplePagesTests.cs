using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

/// <summary>What owners see and do: people, invitations, the trail.</summary>
public sealed partial class PeoplePagesTests(OwnStoreSite site) : IClassFixture<OwnStoreSite>
{
    [Fact]
    public async Task An_invitation_is_shown_once_and_makes_a_colleague()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var newcomer = SignedInClient.Stranger(site);

        var invited = await (await owner.SubmitAsync("/console/people", "Invite", ("role", PracticeRole.Therapist), ("email", ""))).Content.ReadAsStringAsync();
        var link = WebUtility.HtmlDecode(Link().Match(invited).Groups["link"].Value);
        Assert.StartsWith("http://localhost/console/invitation?key=", link, StringComparison.Ordinal);
        Assert.DoesNotContain("key=", await owner.Http.GetStringAsync("/console/people"), StringComparison.Ordinal);

        Assert.Contains("therapist", await newcomer.GetStringAsync(link), StringComparison.Ordinal);
        var joined = await SignedInClient.SubmitAsync(newcomer, link, null, ("name", "Noor"), ("email", "noor@practice.example"), ("password", SignedInClient.Password));
        Assert.Equal("/console", joined.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await newcomer.GetAsync("/console/people")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await newcomer.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData("administrator", "")]
    [InlineData("", "")]
    [InlineData("editor", "no address")]
    [InlineData("editor", "a@b\r\nBcc: everybody@practice.example")]
    public async Task An_invitation_without_a_role_or_to_no_address_is_refused(string role, string email)
    {
        using var owner = await SignedInClient.AsAsync(site);

        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync("/console/people", "Invite", ("role", role), ("email", email))).StatusCode);
    }

    [Fact]
    public async Task A_new_role_and_a_closed_account_count_from_the_next_request_on()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var editor = await SignedInClient.AsAsync(site, PracticeRole.Editor);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Http.GetAsync("/console/audit")).StatusCode);

        await owner.SubmitAsync("/console/people", "Role", ("id", editor.PersonId.ToString()), ("role", PracticeRole.Owner));
        Assert.Equal(HttpStatusCode.OK, (await editor.Http.GetAsync("/console/audit")).StatusCode);

        await owner.SubmitAsync("/console/people", "Close", ("id", editor.PersonId.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Http.GetAsync("/console")).StatusCode);
        using var again = SignedInClient.Stranger(site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignedInClient.SubmitAsync(again, "/console/sign-in", null, ("email", editor.Email), ("password", SignedInClient.Password))).StatusCode);

        await owner.SubmitAsync("/console/people", "Reopen", ("id", editor.PersonId.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, (await SignedInClient.SubmitAsync(again, "/console/sign-in", null, ("email", editor.Email), ("password", SignedInClient.Password))).StatusCode);
    }

    [Fact]
    public async Task The_last_owner_is_told_why_the_account_stays()
    {
        await using var alone = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(alone);

        var refused = await owner.SubmitAsync("/console/people", "Close", ("id", owner.PersonId.ToString()));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("always has an owner", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.SubmitAsync("/console/people", "Close", ("id", "nobody"))).StatusCode);
    }

    [Fact]
    public async Task A_link_for_a_new_password_works_once()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var editor = await SignedInClient.AsAsync(site, PracticeRole.Editor);
        using var elsewhere = SignedInClient.Stranger(site);
        var page = await (await owner.SubmitAsync("/console/people", "PasswordLink", ("id", editor.PersonId.ToString()))).Content.ReadAsStringAsync();
        var link = WebUtility.HtmlDecode(Link().Match(page).Groups["link"].Value);

        Assert.Equal(HttpStatusCode.BadRequest, (await SignedInClient.SubmitAsync(elsewhere, link, null, ("password", "password1234"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignedInClient.SubmitAsync(elsewhere, link, null, ("password", "harbour lantern quietly nine"))).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/console")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.Http.GetAsync("/console")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await elsewhere.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task The_trail_tells_of_ways_in_without_naming_addresses_and_can_be_filtered()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var editor = await SignedInClient.AsAsync(site, PracticeRole.Editor);
        using var guesser = SignedInClient.Stranger(site);
        await SignedInClient.SubmitAsync(guesser, "/console/sign-in", null, ("email", editor.Email), ("password", "guessing away"));
        await SignedInClient.SubmitAsync(guesser, "/console/sign-in", null, ("email", "unknown@practice.example"), ("password", "guessing away"));
        await editor.SubmitAsync("/console/sign-out");

        await using var scope = site.Services.CreateAsyncScope();
        var about = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Audit.Where(entry => entry.SubjectId == editor.PersonId.ToString()).OrderBy(entry => entry.AtUtc).ThenBy(entry => entry.Id).ToListAsync();
        Assert.Equal(
            [(AuditActions.InvitationAccepted, (Guid?)editor.PersonId), (AuditActions.SignedIn, editor.PersonId), (AuditActions.SignInFailed, null), (AuditActions.SignedOut, editor.PersonId)],
            about.Select(entry => (entry.Action, entry.PersonId)));

        var all = await owner.Http.GetStringAsync("/console/audit");
        Assert.DoesNotContain("@practice.example", all, StringComparison.Ordinal);
        var filtered = await owner.Http.GetStringAsync($"/console/audit?person={editor.PersonId}&action={AuditActions.SignInFailed}");
        Assert.Single(Entry().Matches(filtered));
        Assert.Empty(Entry().Matches(await owner.Http.GetStringAsync($"/console/audit?action=nothing&person=%27")));
    }

    [Fact]
    public async Task The_trail_is_read_page_by_page_newest_first()
    {
        await using var busy = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(busy);
        await using (var scope = busy.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
            for (var number = 0; number < 120; number++)
            {
                AuditTrail.Note(db, TimeProvider.System, owner.PersonId, "test.noted", "test", "", $"number {number} of many");
            }

            await db.SaveChangesAsync();
        }

        var seen = new List<string>();
        var address = "/console/audit?action=test.noted";
        while (address.Length > 0)
        {
            var page = await owner.Http.GetStringAsync(address);
            seen.AddRange(Number().Matches(page).Select(match => match.Value));
            address = WebUtility.HtmlDecode(Older().Match(page).Groups["address"].Value);
        }

        Assert.Equal(120, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(120, seen.Count);
        Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync("/console/audit?sheet=999999999999")).StatusCode);
    }

    [GeneratedRegex("<input id=\"link\"[^>]* value=\"(?<link>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<li>\\s*<time", RegexOptions.None, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("number \\d+ of many", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("<a href=\"(?<address>[^\"]+)\">Older", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Older();
}
