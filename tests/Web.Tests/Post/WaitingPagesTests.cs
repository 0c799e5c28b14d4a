using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Waiting;
using Unknot.Web.Hosting;
using Unknot.Web.Shared;
using Unknot.Web.Tests.Front;

namespace Unknot.Web.Tests.Post;

public sealed partial class WaitingPagesTests
{
    [Theory]
    [InlineData("", "You are on the waiting list", "en")]
    [InlineData("/es", "Estás en la lista de espera", "es")]
    public async Task Somebody_joins_once_sees_the_place_by_its_link_and_leaves_by_a_post(string language, string told, string code)
    {
        await using var site = await SiteAsync();
        var mark = await MarkAsync(site, language);
        site.Clock.Pass(TimeSpan.FromSeconds(4));

        var answers = new[] { await SendAsync(site, mark, language: language), await SendAsync(site, mark, language: language) };

        Assert.All(answers, answer =>
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith($"{language}/book/waiting/", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        });
        var entry = await site.ReadAsync(db => db.WaitingList.SingleAsync());
        Assert.Equal(("Ada Reader", "ada@reader.example", code, 0b0010101, 540, 1439), (entry.Name, entry.Email, entry.Language, entry.Days, entry.EarliestMinute, entry.LatestMinute));
        var mail = await site.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.Contains($"http://localhost{language}/book/waiting/", mail.Text, StringComparison.Ordinal);

        var place = answers[0].Headers.Location!.ToString();
        for (var look = 0; look < 2; look++)
        {
            var page = await site.Visitor.GetAsync(place);
            Assert.True(page.Headers.CacheControl?.NoStore);
            var text = await page.Content.ReadAsStringAsync();
            Assert.Contains($"<h1>{told}</h1>", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\bAda\b", text);
            Assert.DoesNotContain("reader.example", text, StringComparison.Ordinal);
        }

        using var head = new HttpRequestMessage(HttpMethod.Head, place);
        await site.Visitor.SendAsync(head);
        Assert.Equal(WaitingState.Waiting, (await site.ReadAsync(db => db.WaitingList.AsNoTracking().SingleAsync())).State);

        var left = await site.Visitor.PostAsync(place, new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync(left.Headers.Location)).StatusCode);
        var gone = await site.ReadAsync(db => db.WaitingList.AsNoTracking().SingleAsync());
        Assert.Equal((WaitingState.Left, "", ""), (gone.State, gone.Name, gone.Email));
        Assert.DoesNotContain(site.Logged, line => line.Contains("reader.example", StringComparison.OrdinalIgnoreCase) || line.Contains("Ada Reader", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept()
    {
        await using var site = await SiteAsync();
        var mark = await MarkAsync(site);
        site.Clock.Pass(TimeSpan.FromSeconds(4));

        var answer = await SendAsync(site, mark, change: fields =>
        {
            fields.RemoveAll(field => field.Key is "day" or "agrees");
            fields.RemoveAll(field => field.Key is "name" or "email" or "to" or "minutes" or "therapist");
            fields.AddRange([new("name", "\"><script>alert(1)</script>\n"), new("email", "nothing"), new("to", "soon"), new("minutes", "61"), new("therapist", "everybody")]);
        });
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        foreach (var field in new[] { "day-1", "agrees", "email", "to", "minutes", "therapist" })
        {
            Assert.Contains($"id=\"{field}-problem\"", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("value=\"nothing\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"540\" selected", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.WaitingList.CountAsync()));

        // The same form goes through once it is right.
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(site, MarkOf(page))).StatusCode);
    }

    [Fact]
    public async Task Programs_and_forms_that_are_none_leave_nothing()
    {
        await using var site = await SiteAsync();
        var mark = await MarkAsync(site);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(site, mark)).StatusCode);      // at once
        site.Clock.Pass(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(site, "made-up")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(site, mark, change: fields => fields.Add(new("website", "x")))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(site, mark, service: "nothing")).StatusCode);
        Next(site);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Visitor.PostAsync("/book/waiting?service=massage", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))).StatusCode);
        Assert.Equal(0, await site.ReadAsync(db => db.WaitingList.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("/book/waiting?service=nothing")).StatusCode);
        Assert.Contains("/book/waiting?service=massage", await site.Visitor.GetStringAsync("/book/waiting"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("/book/waiting/forged")).StatusCode);
        Next(site);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.PostAsync("/book/waiting/forged", new FormUrlEncodedContent([]))).StatusCode);

        var settings = BookingSettings.ProductDefault();
        settings.IsOpen = false;
        await PostSite.AddAsync(site, settings);
        Assert.DoesNotContain("<form class=\"letter", await site.Visitor.GetStringAsync("/book/waiting?service=massage"), StringComparison.Ordinal);
        await SendAsync(site, mark);
        Assert.Equal(0, await site.ReadAsync(db => db.WaitingList.CountAsync()));
    }

    [Fact]
    public async Task A_time_that_is_offered_outside_of_any_request_leads_to_the_site_in_the_readers_language()
    {
        await using var site = await SiteAsync("https://quiet.example/");
        var mark = await MarkAsync(site, "/es");
        site.Clock.Pass(TimeSpan.FromSeconds(4));
        var place = (await SendAsync(site, mark, language: "/es", change: fields => fields.RemoveAll(field => field.Key is "earliest"))).Headers.Location!.ToString();
        var therapist = await site.ReadAsync(db => db.Therapists.SingleAsync());
        await PostSite.AddAsync(site, Enumerable.Range(1, 7).Select(object (day) => new WorkingWindow
        {
            Id = Guid.NewGuid(),
            TherapistId = therapist.Id,
            Day = day,
            StartMinute = 0,
            EndMinute = 1440,
            ValidFrom = DateOnly.MinValue,
            EveryWeeks = 1,
        }).ToArray());

        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<WaitingRun>().RunAsync(CancellationToken.None);
        }

        var mail = await site.ReadAsync(db => db.Outbox.SingleAsync(each => each.OnceKey != null));
        var hold = Link().Match(mail.Text).Groups["token"].Value;
        var entry = await site.ReadAsync(db => db.WaitingList.SingleAsync());
        Assert.Equal(entry.OfferedId, site.Services.GetRequiredService<BookingAddresses>().ReadHold(hold)?.Hold);
        Assert.Contains("https://quiet.example/es/book/waiting/", mail.Text, StringComparison.Ordinal);
        var page = await site.Visitor.GetStringAsync(place);
        Assert.Contains("<h1>Hay una hora libre para ti</h1>", page, StringComparison.Ordinal);
        Assert.Contains("/es/book/details/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_shows_who_waits_to_therapists_and_takes_them_off()
    {
        await using var site = await SiteAsync();
        var mark = await MarkAsync(site);
        site.Clock.Pass(TimeSpan.FromSeconds(4));
        await SendAsync(site, mark);
        site.From = null;
        var entry = await site.ReadAsync(db => db.WaitingList.SingleAsync());
        using var therapist = await SignedInClient.AsAsync(site, PracticeRole.Therapist);
        using var editor = await SignedInClient.AsAsync(site, PracticeRole.Editor);

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Http.GetAsync("/console/waiting")).StatusCode);
        var page = await therapist.Http.GetStringAsync("/console/waiting");
        Assert.Contains("Ada Reader", page, StringComparison.Ordinal);
        Assert.Contains("Mon, Wed, Fri, start 09:00 to 23:59", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await therapist.Http.PostAsync("/console/waiting", new FormUrlEncodedContent([new("place", entry.Id.ToString())]))).StatusCode);

        var removed = await therapist.SubmitAsync("/console/waiting", null, ("place", entry.Id.ToString()));

        Assert.Equal("/console/waiting?done=removed", removed.Headers.Location?.ToString());
        Assert.Contains("Nobody waits.", await therapist.Http.GetStringAsync("/console/waiting"), StringComparison.Ordinal);
        Assert.Equal(therapist.PersonId, await site.ReadAsync(db => db.Audit.Where(each => each.Action == "waiting.removed").Select(each => each.PersonId).SingleAsync()));
    }

    private static async Task<PracticeSite> SiteAsync(string address = "")
    {
        var site = new PracticeSite();
        if (address.Length > 0)
        {
            site.Configured["Site:Address"] = address;
        }

        await PostSite.OfferAsync(site);
        return site;
    }

    private static async Task<string> MarkAsync(PracticeSite site, string language = "") => MarkOf(await site.Visitor.GetStringAsync($"{language}/book/waiting?service=massage"));

    private static string MarkOf(string page) => Hidden().Match(page).Groups["mark"].Value;

    private static Task<HttpResponseMessage> SendAsync(PracticeSite site, string mark, string language = "", string service = PostSite.Slug, Action<List<KeyValuePair<string, string>>>? change = null)
    {
        Next(site);
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        var fields = new List<KeyValuePair<string, string>>
        {
            new("form", mark),
            new("minutes", "60"),
            new("therapist", ""),
            new("day", "1"),
            new("day", "3"),
            new("day", "5"),
            new("from", WaitingDay(today)),
            new("to", WaitingDay(today.AddDays(20))),
            new("earliest", "540"),
            new("latest", ""),
            new("name", "Ada Reader"),
            new("email", "ada@reader.example"),
            new("phone", ""),
            new("agrees", "yes"),
        };
        change?.Invoke(fields);
        return site.Visitor.PostAsync($"{language}/book/waiting?service={service}", new FormUrlEncodedContent(fields));
    }

    private static string WaitingDay(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Each request from a network of its own: how many one may send is another test.</summary>
    private static void Next(PracticeSite site) => site.From = new IPAddress([10, (byte)Random(), (byte)Random(), 1]);

    private static int Random() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(256);

    [GeneratedRegex("<input type=\"hidden\" name=\"form\" value=\"(?<mark>[^\"]+)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"https://quiet\.example/es/book/details/(?<token>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
