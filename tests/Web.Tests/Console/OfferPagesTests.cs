using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;
using Unknot.Web.Tests.Articles;

namespace Unknot.Web.Tests.Console;

/// <summary>The pages about services, therapists, hours, days off, rooms and booking settings, on one site.</summary>
public sealed class OfferPagesTests(OwnStoreSite site) : IClassFixture<OwnStoreSite>
{
    private static readonly string[] Pages =
        ["/console/offer", "/console/offer/service", "/console/offer/therapist", "/console/offer/hours", "/console/offer/closures", "/console/offer/rooms", "/console/offer/settings", "/console/connections"];

    [Fact]
    public async Task Only_owners_see_the_offer_and_the_connections()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var therapist = await SignedInClient.AsAsync(site, PracticeRole.Therapist);
        using var editor = await SignedInClient.AsAsync(site, PracticeRole.Editor);
        using var stranger = SignedInClient.Stranger(site);
        foreach (var address in Pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(address)).StatusCode);
            foreach (var other in new[] { therapist, editor })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await other.Http.GetAsync(address)).StatusCode);
                var token = await SignedInClient.TokenAsync(other.Http, "/console");
                Assert.Equal(HttpStatusCode.Forbidden, (await other.Http.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]))).StatusCode);
            }

            Assert.Equal(HttpStatusCode.BadRequest, (await owner.Http.PostAsync(address, new FormUrlEncodedContent([]))).StatusCode);
        }
    }

    [Fact]
    public async Task A_practice_is_set_up_from_nothing_to_its_first_free_time()
    {
        await using var own = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(own);
        Assert.Equal("/console/offer/rooms?done=saved", await ToAsync(owner.SubmitAsync("/console/offer/rooms", null, ("Name", "Garden"), ("IsOffered", "yes"))));
        var therapist = await ToAsync(owner.SubmitAsync("/console/offer/therapist", null, ("Name", "Mara"), ("Npi", "1234567893"), ("IsBookable", "yes"), ("MostSessions", ""), ("Account", owner.PersonId.ToString())));
        var id = IdOf(therapist);
        var form = await owner.Http.GetStringAsync("/console/offer/service");
        Assert.Contains($"name=\"Therapists\" value=\"{id}\" checked", form, StringComparison.Ordinal);

        var service = await ToAsync(owner.SubmitAsync("/console/offer/service", null, Service(("Name", "Foot massage"), ("LengthMinutes", "30"), ("LengthPrice", "45,50"), ("LengthMinutes", ""), ("LengthPrice", ""), ("Therapists", id))));
        Assert.Contains("Nothing is free in the next four weeks", await owner.Http.GetStringAsync(service), StringComparison.Ordinal);
        Assert.Contains("nobody who gives it has hours yet", await owner.Http.GetStringAsync("/console/offer"), StringComparison.Ordinal);

        var hours = $"/console/offer/hours?therapist={id}";
        var preview = await (await owner.SubmitAsync(hours, "Preview", await WeekAsync(owner, hours, ("1", "6:15 am", "11:45"), ("6", "22:00", "24:00")))).Content.ReadAsStringAsync();
        Assert.Contains("Not saved yet", preview, StringComparison.Ordinal);
        Assert.Equal(4, Count(preview, "<span>06:15–11:45</span>"));
        Assert.Equal(4, Count(preview, "<span>22:00–24:00</span>"));
        Assert.DoesNotContain("06:15–11:45", await owner.Http.GetStringAsync(hours), StringComparison.Ordinal);

        var copied = await (await owner.SubmitAsync(hours, "Copy", await WeekAsync(owner, hours, ("1", "9", "12"), ("6", "10", "11")))).Content.ReadAsStringAsync();
        Assert.Equal(20, Count(copied, "<span>09:00–12:00</span>"));
        Assert.Equal($"{hours}&done=week", await ToAsync(owner.SubmitAsync(hours, null, await WeekAsync(owner, hours, [.. Enumerable.Range(1, 7).Select(day => ($"{day}", "00:00", "24:00"))]))));

        Assert.Contains("The next free times for 30 minutes", await owner.Http.GetStringAsync(service), StringComparison.Ordinal);
        await using var scope = own.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        Assert.Equal(["room.made", "therapist.made", "service.made", "hours.changed"],
            await db.Audit.Where(entry => entry.PersonId == owner.PersonId && (entry.Subject == "room" || entry.Subject == "therapist" || entry.Subject == "service")).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
    }

    [Fact]
    public async Task Who_saves_a_week_over_somebody_elses_is_told_and_shown_it()
    {
        using var owner = await SignedInClient.AsAsync(site);
        var id = IdOf(await ToAsync(owner.SubmitAsync("/console/offer/therapist", null, ("Name", "Jonas"), ("IsBookable", "yes"))));
        var hours = $"/console/offer/hours?therapist={id}";
        var read = await WeekAsync(owner, hours, ("2", "7:10", "8:10"));
        await owner.SubmitAsync(hours, null, await WeekAsync(owner, hours, ("3", "13:05", "14:05")));

        var late = await owner.SubmitAsync(hours, null, read);
        var page = await late.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("<li>Wednesday 13:05–14:05</li>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"7:10\"", page, StringComparison.Ordinal);
        Assert.Contains("<span>13:05–14:05</span>", page, StringComparison.Ordinal);
        var again = await WeekAsync(owner, hours, ("2", "7:10", "8:10"));
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SubmitAsync(hours, null, again)).StatusCode);
    }

    [Fact]
    public async Task Single_days_and_days_off_are_said_and_taken_back()
    {
        using var owner = await SignedInClient.AsAsync(site);
        var id = IdOf(await ToAsync(owner.SubmitAsync("/console/offer/therapist", null, ("Name", "Cleo"), ("IsBookable", "yes"))));
        var hours = $"/console/offer/hours?therapist={id}";
        var day = TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var known = Value(await owner.Http.GetStringAsync(hours), "Known");

        Assert.Equal($"{hours}&done=day", await ToAsync(owner.SubmitAsync(hours, "Day", ("Known", known), ("Date", day), ("DayStart", "10"), ("DayEnd", "11:20"), ("DayStart", ""), ("DayEnd", ""))));
        Assert.Equal(HttpStatusCode.Conflict, (await owner.SubmitAsync(hours, "Day", ("Known", known), ("Date", day), ("Closed", "yes"))).StatusCode);
        var page = await owner.Http.GetStringAsync(hours);
        Assert.Contains("<span>10:00–11:20</span>", page, StringComparison.Ordinal);
        Assert.Equal($"{hours}&done=removed", await ToAsync(owner.SubmitAsync(hours, "RemoveDay", ("Known", Value(page, "Known")), ("Date", day))));
        Assert.DoesNotContain("11:20", await owner.Http.GetStringAsync(hours), StringComparison.Ordinal);

        Assert.Equal("/console/offer/closures?done=closed", await ToAsync(owner.SubmitAsync("/console/offer/closures", null, ("Therapist", id), ("First", day), ("Reason", "Dentist"))));
        Assert.Contains("<span>Dentist</span>", await owner.Http.GetStringAsync(hours), StringComparison.Ordinal);
        var closures = await owner.Http.GetStringAsync("/console/offer/closures");
        var holiday = Value(closures, "holiday");
        Assert.Equal("/console/offer/closures?done=holidays", await ToAsync(owner.SubmitAsync("/console/offer/closures", "Holidays", ("holiday", holiday))));
        Assert.Equal("/console/offer/closures?done=none", await ToAsync(owner.SubmitAsync("/console/offer/closures", "Holidays", ("holiday", holiday))));
        Assert.Contains("closed already", await owner.Http.GetStringAsync("/console/offer/closures"), StringComparison.Ordinal);
        Assert.Equal("/console/offer/closures?done=opened", await ToAsync(owner.SubmitAsync("/console/offer/closures", "Remove", ("id", Value(closures, "id")))));
        Assert.Equal("/console/offer/closures?done=gone", await ToAsync(owner.SubmitAsync("/console/offer/closures", "Remove", ("id", Value(closures, "id")))));
    }

    [Fact]
    public async Task The_secret_address_of_a_calendar_is_shown_once()
    {
        using var owner = await SignedInClient.AsAsync(site);
        var page = await ToAsync(owner.SubmitAsync("/console/offer/therapist", null, ("Name", "Dev"), ("IsBookable", "yes")));
        var address = page.Split('&')[0];

        var made = await (await owner.SubmitAsync(address, "Feed")).Content.ReadAsStringAsync();
        var feed = System.Text.RegularExpressions.Regex.Match(made, "value=\"[^\"]*/calendar/(?<secret>[A-Za-z0-9_-]{43})\\.ics\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

        Assert.True(feed.Success);
        Assert.DoesNotContain(feed.Groups["secret"].Value, await owner.Http.GetStringAsync(address), StringComparison.Ordinal);
        Assert.Equal($"{address}&done=revoked", await ToAsync(owner.SubmitAsync(address, "Revoke")));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.SubmitAsync(address, "Revoke")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.GetAsync($"/console/offer/therapist?id={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.GetAsync($"/console/offer/service?id={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.GetAsync($"/console/offer/hours?therapist={Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task Booking_settings_are_kept_and_a_social_security_number_is_not()
    {
        await using var own = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(own);
        (string, string)[] fields = [("Version", "0"), ("ReminderHours", "12"), ("LatePolicy", "Half."), ("Currency", "USD"), ("LegalName", "Reed LLC"), ("TaxId", "123-45-6789")];

        var refused = await owner.SubmitAsync("/console/offer/settings", null, fields);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("looks like a social security number", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        fields[^1] = ("TaxId", "12-3456789");
        Assert.Equal("/console/offer/settings?done=saved", await ToAsync(owner.SubmitAsync("/console/offer/settings", null, fields)));
        Assert.Equal(HttpStatusCode.Conflict, (await owner.SubmitAsync("/console/offer/settings", null, fields)).StatusCode);
        Assert.Contains("Booking is closed", await owner.Http.GetStringAsync("/console/offer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_into_any_text_stays_text()
    {
        await using var own = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(own);
        var token = KeyValuePair.Create("__RequestVerificationToken", await SignedInClient.TokenAsync(owner.Http, "/console/offer"));
        async Task<string> SendAsync(string address, params (string Name, string Value)[] fields)
        {
            using var answer = await owner.Http.PostAsync(address, new FormUrlEncodedContent([token, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
            return answer.Headers.Location is { } next ? await owner.Http.GetStringAsync(next) : await answer.Content.ReadAsStringAsync();
        }

        foreach (var attack in Attacks.Texts)
        {
            // As much of it as fits is kept and shown; all of it comes back with what is wrong.
            await SendAsync("/console/offer/rooms", ("Name", Cut(attack, 60)), ("IsOffered", "yes"));
            await SendAsync("/console/offer/therapist", ("Name", Cut(attack, 100)), ("Credential", Cut(attack, 40)), ("LicenceNumber", Cut(attack, 40)), ("LicenceState", Cut(attack, 40)), ("IsBookable", "yes"));
            await SendAsync("/console/offer/closures", ("First", "2199-01-01"), ("Last", $"2199-01-{1 + (attack.Length % 28):00}"), ("Reason", Cut(attack, 100)));
            Inert(await SendAsync("/console/offer/service", Service(("Name", attack), ("Slug", attack), ("Description", attack), ("LengthMinutes", attack), ("LengthPrice", attack), ("AddOnId", attack), ("AddOnName", attack), ("AddOnMinutes", attack), ("AddOnPrice", attack), ("Therapists", attack), ("Rooms", attack), ("Step", attack), ("Fingerprint", attack))), attack);
            Inert(await SendAsync("/console/offer/settings", ("Version", "0"), ("ReminderHours", attack), ("LatePolicy", attack), ("Currency", attack), ("LegalName", attack), ("TaxId", attack)), attack);
            Inert(await SendAsync("/console/connections?handler=Key", ("Name", attack + new string('x', 60))), attack);
            Inert(await SendAsync("/console/connections?handler=Hook", ("Address", attack)), attack);
        }

        await using var scope = own.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        Assert.True(await db.Rooms.CountAsync() > 60);
        Assert.True(await db.Therapists.CountAsync() > 60);
        var id = await db.Therapists.Select(each => each.Id).FirstAsync();
        foreach (var address in new[] { "/console/offer", "/console/offer/service", "/console/offer/rooms", "/console/offer/closures", $"/console/offer/therapist?id={id}", $"/console/offer/hours?therapist={id}" })
        {
            Inert(await owner.Http.GetStringAsync(address), address);
        }

        var hours = $"/console/offer/hours?therapist={id}";
        Inert(await SendAsync(hours, [.. Attacks.Texts.SelectMany(attack => ((string, string)[])[("Day", "1"), ("Start", attack), ("End", attack), ("From", attack), ("To", attack), ("Every", attack)])]), "week");
        Inert(await SendAsync($"{hours}&handler=Day", [("Date", Attacks.Texts[0]), .. Attacks.Texts.SelectMany(attack => ((string, string)[])[("DayStart", attack), ("DayEnd", attack)])]), "day");
        Inert(await SendAsync("/console/offer/service", Service([("Name", "All"), ("LengthMinutes", "60"), ("LengthPrice", "1"), .. Attacks.Texts.Where(attack => !attack.Contains(',', StringComparison.Ordinal) && !attack.Any(char.IsControl)).Take(9).SelectMany(attack => ((string, string)[])[("AddOnId", ""), ("AddOnName", Cut(attack, 30)), ("AddOnMinutes", "5"), ("AddOnPrice", "1"), ("AddOnOffered", "yes")])])), "add-ons");
        Assert.Equal(9, await db.Set<AddOn>().CountAsync());
    }

    /// <summary>Nothing in the page acts, but for the buttons of the week, which lead to their own page.</summary>
    private static void Inert(string page, string what)
    {
        Assert.Contains("<h1", page, StringComparison.Ordinal);
        Assert.True(!Html.WhatActs(page).Any(found => found != "button formaction"), $"{what}: {string.Join(", ", Html.WhatActs(page))}");
        Assert.All(Html.Elements(page).Where(element => element.Attributes.ContainsKey("formaction")), element => Assert.StartsWith("/console/offer/hours?therapist=", element.Attributes["formaction"], StringComparison.Ordinal));
    }

    private static (string, string)[] Service(params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> plain = new(StringComparer.Ordinal)
        {
            ["Name"] = "",
            ["Slug"] = "",
            ["Description"] = "",
            ["IsOffered"] = "yes",
            ["BufferBefore"] = "0",
            ["BufferAfter"] = "15",
            ["Step"] = "15",
            ["Notice"] = "120",
            ["Window"] = "60",
            ["MoveHours"] = "24",
            ["CancelHours"] = "24",
            ["Order"] = "0",
            ["Fingerprint"] = "",
        };
        return [.. plain.Where(field => !fields.Any(other => other.Name == field.Key)).Select(field => (field.Key, field.Value)), .. fields];
    }

    /// <summary>The fields of a week, with the mark of what is there now.</summary>
    private static async Task<(string, string)[]> WeekAsync(SignedInClient owner, string page, params (string Day, string Start, string End)[] windows)
    {
        var fingerprint = Value(await owner.Http.GetStringAsync(page), "Fingerprint");
        return [("Fingerprint", fingerprint), .. windows.SelectMany(window => ((string, string)[])[("Day", window.Day), ("Start", window.Start), ("End", window.End), ("From", ""), ("To", ""), ("Every", "")])];
    }

    private static async Task<string> ToAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.True(response.StatusCode is HttpStatusCode.Redirect, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return response.Headers.Location!.ToString();
    }

    private static string IdOf(string address) => address.Split("id=")[1].Split('&')[0];

    private static string Value(string page, string field) =>
        Html.Elements(page).First(element => element.Attributes.GetValueOrDefault("name") == field && !element.Attributes.ContainsKey("disabled")).Attributes["value"];

    private static int Count(string page, string part) => page.Split(part).Length - 1;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
