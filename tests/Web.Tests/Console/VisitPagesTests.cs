using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Shared;
using Unknot.Practice.Visits;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

/// <summary>Writing a note as a browser without script does it, field by field as the page gives them.</summary>
public sealed partial class VisitPagesTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Point = "upper-trapezius-1:right";

    private TestStore _store = null!;
    private SiteOn _site = null!;
    private APractice _practice = null!;
    private AppointmentId _visit;

    public async Task InitializeAsync()
    {
        _store = await TestStore.CreateAsync(Engine.Sqlite);
        _site = new SiteOn(_store);
        _practice = await APractice.InAsync(_store);
        _visit = await GivenVisit.WithAsync(
            _store, _practice, await GivenVisit.ClientAsync(_store), hour: 34, note: "My right temple.", map: """{"at":1,"marks":[[0,0.8],[2,0.8],[4,0.8],[6,0.8]],"inside":[],"places":[],"felt":["throbbing"],"mystery":"kept words"}""");
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _store.DisposeAsync();
    }

    private string Address => $"/console/clients/visits/{_visit}";

    [Fact]
    public async Task A_note_is_saved_signed_and_amended()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var page = await owner.Http.GetStringAsync(Address);
        Assert.Contains("My right temple.", page, StringComparison.Ordinal);
        Assert.Contains("Feels throbbing", page, StringComparison.Ordinal);
        Assert.Contains("mystery: kept words", page, StringComparison.Ordinal);
        Assert.Contains("Top of head, left 8 of 10", page, StringComparison.Ordinal);
        Assert.Contains("body-pain-4", page, StringComparison.Ordinal);

        using var saved = await PostAsync(owner, null, Fields(page, ("plan", "Heat at home.")));
        Assert.Equal($"{Address}?done=saved", saved.Headers.Location!.ToString());
        page = await owner.Http.GetStringAsync(Address);
        using var unsure = await PostAsync(owner, "Sign", Fields(page, ("plan", "Heat at home, daily.")));
        Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        Assert.Contains("Heat at home, daily.", await unsure.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var signed = await PostAsync(owner, "Sign", Fields(page, ("plan", "Heat at home, daily."), ("sure", "true")));
        Assert.Equal($"{Address}?done=signed", signed.Headers.Location!.ToString());

        page = await owner.Http.GetStringAsync(Address);
        Assert.Contains("Signed by <strong>Olivia Owner</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        var amend = AmendLink().Match(page).Groups["query"].Value;
        page = await owner.Http.GetStringAsync(Address + amend);
        using var amended = await PostAsync(owner, "Sign", Fields(page, ("objective", "It was the left."), ("sure", "true")));
        Assert.Equal(HttpStatusCode.Redirect, amended.StatusCode);

        await using var db = _store.Open();
        var notes = await db.VisitNotes.OrderBy(note => note.CreatedAtUtc).ToListAsync();
        Assert.Equal([("Heat at home, daily.", (VisitNoteId?)null), ("", notes[0].Id)], notes.Select(note => (note.Plan, note.AmendsId)));
        Assert.All(notes, note => Assert.NotNull(note.SignedAtUtc));
    }

    [Fact]
    public async Task Points_are_found_by_name_or_by_a_tap_added_changed_and_removed_without_script()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var page = await owner.Http.GetStringAsync(Address);
        page = await ReadAsync(await PostAsync(owner, "Edit", Fields(page, ("subjective", "Typed before."), ("find", "upper trapezius right"))));
        Assert.Contains($"name=\"add\" value=\"{Point}\"", page, StringComparison.Ordinal);
        Assert.Contains("Typed before.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(":left\" formaction", page, StringComparison.Ordinal);

        page = await ReadAsync(await PostAsync(owner, "Edit", Fields(page, ("add", Point))));
        page = await ReadAsync(await PostAsync(owner, "Edit", Fields(page, ("front.x", "87"), ("front.y", "40"))));
        Assert.True(AddButton().Count(page) is > 0 and <= 6, "a tap on the face finds points near it");
        using var saved = await PostAsync(owner, null, Fields(page, ("found", "familiar pain"), ("seconds", "30"), ("how", "thumb"), ("before", "7"), ("after", "3"), ("words", "Into the temple.")));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        await using (var db = _store.Open())
        {
            var note = await db.VisitNotes.SingleAsync();
            Assert.Equal("Typed before.", note.Subjective);
            Assert.Equal("familiar pain; 30 s by thumb; pain 7, then 3", FindingWords.Of(Assert.Single(VisitFindings.Read(note.Findings)!.Value)));
        }

        page = await owner.Http.GetStringAsync(Address);
        Assert.Contains("body-mark familiar", page, StringComparison.Ordinal);
        page = await ReadAsync(await PostAsync(owner, "Edit", Fields(page, ("remove", Point))));
        Assert.DoesNotContain("body-mark familiar", page, StringComparison.Ordinal);
        using var wrong = await PostAsync(owner, "Edit", Fields(page, ("add", "no-such-1:right")));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task What_is_typed_is_never_lost_when_another_window_was_faster()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var (first, second) = (await owner.Http.GetStringAsync(Address), await owner.Http.GetStringAsync(Address));
        using var saved = await PostAsync(owner, null, Fields(first, ("plan", "Of the first window.")));

        using var late = await PostAsync(owner, null, Fields(second, ("plan", "Of the second window.")));
        var both = await late.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Of the first window.", both, StringComparison.Ordinal);
        Assert.Contains("Of the second window.", both, StringComparison.Ordinal);

        // Saving again is meant; what was signed meanwhile turns it into an amendment.
        using var again = await PostAsync(owner, null, Fields(both));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var third = await owner.Http.GetStringAsync(Address);
        using var signed = await PostAsync(owner, "Sign", Fields(third, ("sure", "true")));
        using var after = await PostAsync(owner, null, Fields(third, ("plan", "After the signature.")));
        Assert.Equal(HttpStatusCode.Conflict, after.StatusCode);
        using var amendment = await PostAsync(owner, null, Fields(await after.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Redirect, amendment.StatusCode);
        await using var db = _store.Open();
        Assert.Equal(["Of the second window.", "After the signature."], await db.VisitNotes.OrderBy(note => note.CreatedAtUtc).Select(note => note.Plan).ToListAsync());
    }

    [Fact]
    public async Task A_colleague_reads_a_draft_and_keeps_what_they_typed_for_themselves()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        using var therapist = await SignedInClient.AsAsync(_site, PracticeRole.Therapist);
        await GivenVisit.BelongsToAsync(_store, _practice.Therapists[0], therapist.PersonId);
        var theirs = await therapist.Http.GetStringAsync(Address);
        using var mine = await PostAsync(owner, null, Fields(await owner.Http.GetStringAsync(Address), ("plan", "Of the owner.")));

        using var late = await PostAsync(therapist, null, Fields(theirs, ("plan", "Of the therapist.")));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync();
        Assert.Contains("Of the owner.", both, StringComparison.Ordinal);
        Assert.Contains("Plan: Of the therapist.", both, StringComparison.Ordinal);
        var page = await therapist.Http.GetStringAsync(Address);
        Assert.Contains("A draft by <strong>Olivia Owner</strong>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"plan\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_saved_while_it_is_written()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var page = await owner.Http.GetStringAsync(Address);
        using var saved = await PostAsync(owner, "Autosave", Fields(page, ("plan", "Half a sen")));
        Assert.StartsWith("1 ", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var stale = await PostAsync(owner, "Autosave", Fields(page, ("plan", "Another sentence.")));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var wrong = await PostAsync(owner, "Autosave", Fields(page, ("plan", new string('x', 4001)), ("version", "1")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var broken = await PostAsync(owner, "Autosave", Fields(page, ("version", "one")));
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    [Theory]
    [InlineData("seconds", "soon", "Point 1: how many seconds is a whole number.")]
    [InlineData("before", "11", "Point 1: pain goes from 0 to 10.")]
    [InlineData("found", "sore", "Point 1: choose one of what is offered.")]
    public async Task What_cannot_be_kept_of_a_point_is_said_and_stays_in_the_form(string field, string value, string said)
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var page = await ReadAsync(await PostAsync(owner, "Edit", Fields(await owner.Http.GetStringAsync(Address), ("add", Point), ("plan", "Kept text."))));

        using var refused = await PostAsync(owner, null, Fields(page, (field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var told = await refused.Content.ReadAsStringAsync();
        Assert.Contains(said, told, StringComparison.Ordinal);
        Assert.Contains("Kept text.", told, StringComparison.Ordinal);
        Assert.Contains("finding-wrong", told, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync();
        }
    }

    private Task<HttpResponseMessage> PostAsync(SignedInClient who, string? handler, IEnumerable<KeyValuePair<string, string>> fields) =>
        who.Http.PostAsync(handler is null ? Address : $"{Address}?handler={handler}", new FormUrlEncodedContent(fields));

    /// <summary>What a browser sends of the note's form as the page gives it, with some fields typed over or added.</summary>
    private static List<KeyValuePair<string, string>> Fields(string page, params (string Name, string Value)[] typed)
    {
        var form = NoteFormOnly().Match(page).Value;
        var shown = TemplateOnly().Replace(form, "");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match field in Input().Matches(shown))
        {
            fields.Add(KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        }

        foreach (Match field in TextArea().Matches(shown))
        {
            fields.Add(KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value).TrimStart('\n', '\r')));
        }

        foreach (Match field in Select().Matches(shown))
        {
            var chosen = Chosen().Match(field.Value);
            fields.Add(KeyValuePair.Create(field.Groups["name"].Value, chosen.Success ? WebUtility.HtmlDecode(chosen.Groups["value"].Value) : ""));
        }

        Assert.Contains(fields, field => field.Key == "__RequestVerificationToken");
        Assert.Contains(fields, field => field.Key == "subjective");
        foreach (var (name, value) in typed)
        {
            fields.RemoveAll(field => field.Key == name);
            fields.Add(KeyValuePair.Create(name, value));
        }

        return fields;
    }

    [GeneratedRegex("<visit-note.*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoteFormOnly();

    [GeneratedRegex("<template.*?</template>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TemplateOnly();

    [GeneratedRegex("""<input (?![^>]*type="(image|checkbox)")[^>]*?name="(?<name>[^"]+)"[^>]*?value="(?<value>[^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Input();

    [GeneratedRegex("""<textarea [^>]*?name="(?<name>[^"]+)"[^>]*>(?<value>[^<]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TextArea();

    [GeneratedRegex("""<select name="(?<name>[^"]+)".*?</select>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Select();

    [GeneratedRegex("""<option value="(?<value>[^"]*)" selected""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chosen();

    [GeneratedRegex("""(?<query>\?amend=[0-9a-f-]{36})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AmendLink();

    [GeneratedRegex("name=\"add\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AddButton();
}
