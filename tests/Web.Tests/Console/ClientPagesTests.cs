using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Shared;
using Unknot.Practice.Visits;
using Unknot.Web.Shared;
using Unknot.Web.Tests.Articles;

namespace Unknot.Web.Tests.Console;

public sealed class ClientPagesTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly string[] Doors = ["", "/edit", "/merge", "/erase"];

    private TestStore _store = null!;
    private SiteOn _site = null!;
    private APractice _practice = null!;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync(Engine.Sqlite);
        _site = new SiteOn(_store);
        _practice = await APractice.InAsync(_store, therapists: 2);
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Owners_see_all_therapists_their_own_and_editors_nobody()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        using var therapist = await SignedInClient.AsAsync(_site, PracticeRole.Therapist);
        using var editor = await SignedInClient.AsAsync(_site, PracticeRole.Editor);
        await GivenVisit.BelongsToAsync(_store, _practice.Therapists[0], therapist.PersonId);
        var (mine, theirs) = (await GivenVisit.ClientAsync(_store, "Mina Mine"), await GivenVisit.ClientAsync(_store, "Thea Theirs"));
        var myVisit = await GivenVisit.WithAsync(_store, _practice, mine);
        var theirVisit = await GivenVisit.WithAsync(_store, _practice, theirs, therapist: 1, note: "Secret of hers");

        async Task ExpectAsync(SignedInClient who, string address, HttpStatusCode status)
        {
            using var answer = await who.Http.GetAsync(address);
            Assert.True(answer.StatusCode == status, $"{who.Name} {address}: {answer.StatusCode}");
            Assert.True(status == HttpStatusCode.OK || !(await answer.Content.ReadAsStringAsync()).Contains("Secret of hers", StringComparison.Ordinal));
        }

        foreach (var door in Doors)
        {
            await ExpectAsync(owner, $"/console/clients/{theirs}{door}", HttpStatusCode.OK);
            await ExpectAsync(owner, $"/console/clients/{Guid.NewGuid()}{door}", HttpStatusCode.NotFound);
            await ExpectAsync(therapist, $"/console/clients/{theirs}{door}", HttpStatusCode.Forbidden);
            await ExpectAsync(therapist, $"/console/clients/{mine}{door}", door is "" or "/edit" ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
            await ExpectAsync(editor, $"/console/clients/{mine}{door}", HttpStatusCode.Forbidden);
        }

        await ExpectAsync(therapist, $"/console/clients/visits/{myVisit}", HttpStatusCode.OK);
        await ExpectAsync(therapist, $"/console/clients/visits/{theirVisit}", HttpStatusCode.Forbidden);
        await ExpectAsync(owner, $"/console/clients/visits/{theirVisit}", HttpStatusCode.OK);
        await ExpectAsync(owner, $"/console/clients/visits/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        foreach (var address in new[] { "/console/clients", "/console/clients/new", $"/console/clients/visits/{myVisit}" })
        {
            await ExpectAsync(editor, address, HttpStatusCode.Forbidden);
        }

        // Forms of pages that are closed are closed too.
        var token = await SignedInClient.TokenAsync(therapist.Http, $"/console/clients/visits/{myVisit}");
        foreach (var (address, fields) in new (string, Dictionary<string, string>)[]
        {
            ($"/console/clients/{theirs}/edit", new() { ["Name"] = "Changed", ["Language"] = "en" }),
            ($"/console/clients/{theirs}?handler=Export", []),
            ($"/console/clients/{mine}/erase", new() { ["name"] = "Mina Mine" }),
            ($"/console/clients/{mine}/merge?handler=Merge", new() { ["other"] = theirs.ToString() }),
            ($"/console/clients/visits/{theirVisit}", Note(theirVisit, "Forced.")),
            ($"/console/clients/visits/{theirVisit}?handler=Sign", Note(theirVisit, "Forced.")),
            ($"/console/clients/visits/{theirVisit}?handler=Autosave", Note(theirVisit, "Forced.")),
            ($"/console/clients/visits/{theirVisit}?handler=Edit", Note(theirVisit, "Forced.")),
        })
        {
            using var answer = await therapist.Http.PostAsync(address, new FormUrlEncodedContent(fields.Append(KeyValuePair.Create("__RequestVerificationToken", token))));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{address}: {answer.StatusCode}");
        }

        var list = await therapist.Http.GetStringAsync("/console/clients");
        Assert.Contains("Mina Mine", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Thea Theirs", list, StringComparison.Ordinal);
        await using var db = _store.Open();
        Assert.Empty(await db.VisitNotes.ToListAsync());
        Assert.Equal(2, await db.Clients.CountAsync(client => client.ErasedAtUtc == null));
        var refusals = await db.Audit.Where(entry => entry.Action == "client.refused" && entry.SubjectId == theirs.ToString()).ToListAsync();
        Assert.True(refusals.Count >= 10, $"{refusals.Count} refusals");
        Assert.All(refusals, entry => Assert.Equal((therapist.PersonId, ""), (entry.PersonId!.Value, entry.Note)));
        Assert.DoesNotContain(await db.Audit.ToListAsync(), entry => entry.Note.Contains("Mina", StringComparison.Ordinal) || entry.Note.Contains("Thea", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_search_stands_in_no_address_and_finds_names_without_their_marks_and_telephones_by_digits()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        await GivenVisit.ClientAsync(_store, "Zoë Müller", "zoe@example.com", client => client.Phone = "(212) 555-0177");
        await GivenVisit.ClientAsync(_store, "Ada Other", "ada@example.com");

        foreach (var query in new[] { "muller zoe", "ZOE@", "555-0177", "5550177" })
        {
            using var answer = await owner.SubmitAsync("/console/clients", null, ("q", query));
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("Zoë Müller", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Ada Other", page, StringComparison.Ordinal);
            Assert.Equal("/console/clients", answer.RequestMessage!.RequestUri!.PathAndQuery);
        }

        var list = await owner.Http.GetStringAsync("/console/clients?q=muller");
        Assert.Contains("Ada Other", list, StringComparison.Ordinal);
        Assert.DoesNotContain(Html.Elements(list), element => element.Name == "form" && element.Attributes.GetValueOrDefault("method") != "post");
    }

    [Fact]
    public async Task A_client_is_added_by_hand_changed_merged_and_erased()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        using var wrong = await owner.SubmitAsync("/console/clients/new", null, ("Name", "Ada L"), ("Email", "no address"), ("Phone", ""), ("Language", "en"), ("LetterReference", ""), ("LetterValidUntil", ""));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("value=\"Ada L\"", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var soon = TimeProvider.System.GetUtcNow().AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var added = await owner.SubmitAsync("/console/clients/new", null, ("Name", "Ada L"), ("Email", "ada@example.com"), ("Phone", ""), ("Language", "en"), ("LetterReference", "Dr. Byron"), ("LetterValidUntil", soon));
        var address = added.Headers.Location!.ToString().Split('?')[0];
        var page = await owner.Http.GetStringAsync(address);
        Assert.Matches("The letter of medical necessity ends in (9|10|11) days", page);

        var other = await GivenVisit.ClientAsync(_store, "Ada L", "ada@example.com");
        await GivenVisit.WithAsync(_store, _practice, other, note: "My left shoulder.");
        using var asked = await owner.SubmitAsync($"{address}/merge", "Ask", ("other", other.ToString()));
        Assert.Contains("1 session moves", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var merged = await owner.SubmitAsync($"{address}/merge", "Merge", ("other", other.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        Assert.Contains("My left shoulder.", await owner.Http.GetStringAsync(address), StringComparison.Ordinal);

        using var refused = await owner.SubmitAsync($"{address}/erase", null, ("name", "Ada"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Receipts stay", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var erased = await owner.SubmitAsync($"{address}/erase", null, ("name", "ada l"));
        Assert.Equal($"{address}?done=erased", erased.Headers.Location!.ToString());
        page = await owner.Http.GetStringAsync(address);
        Assert.Contains("Erased client", page, StringComparison.Ordinal);
        Assert.DoesNotContain("My left shoulder.", page, StringComparison.Ordinal);
        Assert.Contains("client erased", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada L", await owner.Http.GetStringAsync("/console/clients"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_is_handed_out_as_a_file_without_a_name_in_its_name()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var client = await GivenVisit.ClientAsync(_store, "Ada Lovelace");
        await GivenVisit.WithAsync(_store, _practice, client, note: "My left shoulder.");

        using var answer = await owner.SubmitAsync($"/console/clients/{client}", "Export");

        Assert.Equal($"client-{client}.zip", answer.Content.Headers.ContentDisposition!.FileName);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["client.html", "client.json"], zip.Entries.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        using var reader = new StreamReader(zip.GetEntry("client.html")!.Open());
        Assert.Contains("My left shoulder.", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        await using var db = _store.Open();
        Assert.Equal(client.ToString(), (await db.Audit.SingleAsync(entry => entry.Action == "client.exported")).SubjectId);
    }

    [Fact]
    public async Task Every_look_is_in_the_log_that_the_owner_sees_and_the_therapist_does_not()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        using var therapist = await SignedInClient.AsAsync(_site, PracticeRole.Therapist);
        await GivenVisit.BelongsToAsync(_store, _practice.Therapists[0], therapist.PersonId);
        var client = await GivenVisit.ClientAsync(_store);
        var visit = await GivenVisit.WithAsync(_store, _practice, client);
        await therapist.Http.GetStringAsync($"/console/clients/visits/{visit}");
        Assert.DoesNotContain("Who looked", await therapist.Http.GetStringAsync($"/console/clients/{client}"), StringComparison.Ordinal);

        var page = await owner.Http.GetStringAsync($"/console/clients/{client}");

        Assert.Matches($"Somebody therapist</strong> <span>note seen</span>\\s*<a href=\"/console/clients/visits/{visit}\"", page);
        Assert.Matches("Somebody therapist</strong> <span>client seen", page);
        Assert.Matches("Olivia Owner</strong> <span>client seen", page);
    }

    [Fact]
    public async Task What_clients_and_colleagues_write_never_acts()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var clean = await PagesAsync("harmless");
        Assert.All(clean, page => Assert.Contains("harmless", page.Text, StringComparison.Ordinal));
        foreach (var attack in Attacks.Texts.Select(text => string.Concat(text.Where(letter => !char.IsControl(letter)))))
        {
            foreach (var ((name, text), (_, usual)) in (await PagesAsync(attack)).Zip(clean))
            {
                // Our own buttons and the points for the script are on both; nothing may come to them.
                Assert.True(
                    Html.WhatActs(usual).Order(StringComparer.Ordinal).SequenceEqual(Html.WhatActs(text).Order(StringComparer.Ordinal)),
                    $"{attack} acts on {name}: {string.Join(", ", Html.WhatActs(text))}");
            }
        }

        async Task<List<(string Name, string Text)>> PagesAsync(string text)
        {
            string Cut(int most) => text.Length > most ? text[..most] : text;
            var client = await GivenVisit.ClientAsync(_store, Cut(100), "", change => (change.Phone, change.LetterReference) = (Cut(40), Cut(200)));
            var map = System.Text.Json.JsonSerializer.Serialize(new { felt = new[] { text }, text, other = text, regions = new[] { text } });
            var (signed, draft) = (await GivenVisit.WithAsync(_store, _practice, client, Next(), AppointmentState.Done, note: text, map: map), await GivenVisit.WithAsync(_store, _practice, client, Next(), AppointmentState.Done, note: text, map: text));
            await using (var scope = _site.Services.CreateAsyncScope())
            {
                var point = scope.ServiceProvider.GetRequiredService<Unknot.Atlas.AtlasData>().Muscles[0].Points[0].Id + ":right";
                var desk = scope.ServiceProvider.GetRequiredService<NoteDesk>();
                var finding = new VisitFinding { Point = point, Found = PressFound.Tender, Seconds = null, How = null, Before = null, After = null, Words = text };
                Assert.IsType<NoteOutcome.Saved>(await desk.SignAsync(new NoteDraft(NoteDesk.FirstOf(signed), signed, null, text, text, text, text, [finding], 0), owner.PersonId, default));
                Assert.IsType<NoteOutcome.Saved>(await desk.SaveAsync(new NoteDraft(NoteDesk.FirstOf(draft), draft, null, text, text, text, text, [finding], 0), owner.PersonId, false, default));
            }

            var pages = new List<(string, string)>();
            foreach (var address in new[] { $"/console/clients/{client}", $"/console/clients/{client}/edit", $"/console/clients/{client}/erase", $"/console/clients/{client}/merge", $"/console/clients/visits/{signed}", $"/console/clients/visits/{draft}" })
            {
                pages.Add((address, await owner.Http.GetStringAsync(address)));
            }

            using var list = await owner.SubmitAsync("/console/clients", null, ("q", text));
            pages.Add(("list", (await list.Content.ReadAsStringAsync()).Split("<table")[0]));
            return pages;
        }
    }

    private int _hour;

    private int Next() => _hour += 2;

    private static Dictionary<string, string> Note(AppointmentId visit, string plan) => new()
    {
        ["note"] = visit.ToString(),
        ["amends"] = "",
        ["version"] = "0",
        ["plan"] = plan,
        ["sure"] = "true",
    };
}
