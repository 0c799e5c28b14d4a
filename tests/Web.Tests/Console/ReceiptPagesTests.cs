using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Unknot.Charts.Tests;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Receipts;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

public sealed partial class ReceiptPagesTests
{
    /// <summary>What the document is made of.</summary>
    private static readonly string[] Parts = ["article", "header", "div", "p", "h1", "h2", "dl", "dt", "dd", "section", "table", "caption", "thead", "tbody", "tr", "th", "td", "span"];

    /// <summary>Numbers begin with the year of issue, on the practice's calendar.</summary>
    private static readonly int Year = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).Year;

    private const string Card = "4111 1111 1111 1111";

    private static readonly (string Name, string Value)[] Issue =
        [("Patient", "Ada Lovelace"), ("Payer", "Lord Byron"), ("Description", "Therapeutic massage"), ("Code", "X1"), ("Place", "12 Quiet Lane, Albany, NY 12207"), ("Discount", "10.00")];

    [Fact]
    public async Task A_payment_is_recorded_a_receipt_issued_and_page_and_file_say_the_same()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        var visit = await VisitAsync(site, owner.PersonId);
        await PayAsync(owner, visit, "80.00", PaymentPurpose.Care);
        await PayAsync(owner, visit, "15", PaymentPurpose.Tip);
        var address = await IssuedAsync(owner, visit);

        var html = await owner.Http.GetStringAsync(address);
        using var answer = await owner.Http.GetAsync($"{address}.pdf");
        var file = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(("application/pdf", true), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.NoStore));
        var (page, pdf) = (Words(html), new PdfText(file).Text);
        string[] fields =
        [
            "Quiet Hands", "Quiet Hands Bodywork LLC", "12 Quiet Lane", "Albany, NY 12207", "(518) 555-0142", "12-3456789", $"{Year}-0001", "Mara Reed, LMT", "027315 (NY)", "1234567893",
            "Ada Lovelace", "Lord Byron", "March 2, 2026", "10:00 AM – 11:00 AM", "60 minutes", "Therapeutic massage", "X1", "12 Quiet Lane, Albany, NY 12207",
            "$95.00", "$10.00", "$80.00", "$5.00", "Card", "Balance due", "Letter of Dr. Quimby, 5 January 2026", "December 31, 2026", "Not medical care", "Tip", "$15.00", "of which $80.00 for care", "decided by your health plan",
        ];
        Assert.All(fields, field => Assert.Contains(Bare(field), Bare(string.Concat(page)), StringComparison.Ordinal));
        Assert.All(page, words => Assert.Contains(Bare(words), Bare(pdf), StringComparison.Ordinal));
        Assert.All(pdf.Split('\n').Where(line => !line.StartsWith("Page ", StringComparison.Ordinal) && !line.StartsWith($"Receipt {Year}", StringComparison.Ordinal)), line => Assert.Contains(Bare(line), Bare(string.Concat(page)), StringComparison.Ordinal));
        Assert.DoesNotContain("eligible", html + pdf, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(file, await owner.Http.GetByteArrayAsync($"{address}.pdf"));
        Assert.Contains("Copy", new PdfText(await owner.Http.GetByteArrayAsync($"{address}.pdf?copy")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Copy", pdf, StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        var audit = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Audit.Where(entry => entry.PersonId == owner.PersonId).Select(entry => entry.Action).ToListAsync();
        Assert.Equal((2, 1, 4), (audit.Count(action => action == "payment.recorded"), audit.Count(action => action == "receipt.issued"), audit.Count(action => action == "receipt.seen")));
    }

    [Fact]
    public async Task What_was_replaced_says_so_on_page_and_file_and_stays_as_it_was()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        var first = await IssuedAsync(owner, await VisitAsync(site, owner.PersonId));
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync($"{first}/correct", null, Issue)).StatusCode);
        var corrected = await owner.SubmitAsync($"{first}/correct", null, [.. Issue.Where(field => field.Name != "Patient"), ("Patient", "Ada King"), ("Reason", "Her name was wrong")]);
        var second = Uri(corrected).Split('?')[0];

        Assert.Equal(second, Uri(await owner.Http.GetAsync($"{first}/correct")).Split('?')[0]);
        foreach (var read in new[] { await owner.Http.GetStringAsync(first), new PdfText(await owner.Http.GetByteArrayAsync($"{first}.pdf")).Text })
        {
            Assert.Contains($"replaced by receipt {Year}-0002", read, StringComparison.Ordinal);
            Assert.Contains("Ada Lovelace", read, StringComparison.Ordinal);
        }

        var newer = await owner.Http.GetStringAsync(second);
        Assert.Contains($"replaces {Year}-0001. Reason: Her name was wrong", newer, StringComparison.Ordinal);
        Assert.Contains("Ada King", newer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_and_the_number_of_a_card_is_not_kept()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        var visit = await VisitAsync(site, owner.PersonId);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
            await db.Therapists.ExecuteUpdateAsync(set => set.SetProperty(each => each.LicenceNumber, ""));
            await db.Settings.ExecuteUpdateAsync(set => set.SetProperty(each => each.Phone, ""));
        }

        var page = $"/console/receipts/visit/{visit}";
        var refused = await owner.SubmitAsync(page, "Issue", Issue);
        var html = await refused.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Mara Reed has no licence number yet", html, StringComparison.Ordinal);
        Assert.Matches("telephone number yet[^<]*<a href=\"/console/site\"", html);
        Assert.Matches("licence number yet[^<]*<a href=\"/console/offer\"", html);

        var card = await owner.SubmitAsync(page, "Pay", Payment("95.00", PaymentPurpose.Care, Card));
        Assert.Equal(HttpStatusCode.BadRequest, card.StatusCode);
        Assert.DoesNotContain("4111", await card.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync(page, "Pay", Payment("ninety", PaymentPurpose.Care))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync(page, "Pay", ("id", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync(page, "Pay", [("Method", "99"), .. Payment("1", PaymentPurpose.Care).Where(field => field.Name != "Method")])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync(page, "Nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.GetAsync("/console/receipts/visit/0199a000-0000-7000-8000-000000000001")).StatusCode);
    }

    [Fact]
    public async Task A_therapist_sees_only_visits_of_their_own_and_an_editor_none()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        using var therapist = await SignedInClient.AsAsync(site, PracticeRole.Therapist);
        using var other = await SignedInClient.AsAsync(site, PracticeRole.Therapist);
        using var editor = await SignedInClient.AsAsync(site, PracticeRole.Editor);
        using var visitor = SignedInClient.Stranger(site);
        var visit = await VisitAsync(site, therapist.PersonId);
        await PayAsync(therapist, visit, "85.00", PaymentPurpose.Care, "slip 77");
        var receipt = await IssuedAsync(therapist, visit);
        var client = ClientLink().Match(await owner.Http.GetStringAsync(receipt)).Value;

        string[] own = [$"/console/receipts/visit/{visit}", receipt, $"{receipt}.pdf", $"{receipt}/correct", client, $"{client}.pdf"];
        foreach (var address in own)
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await therapist.Http.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync(address)).StatusCode);
        }

        foreach (var address in own.Concat(["/console/receipts", "/console/receipts/receipts.csv", "/console/receipts/payments.csv"]))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.Http.GetAsync(address)).StatusCode);
            Assert.StartsWith("/console/sign-in", (await visitor.GetAsync(address)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }

        var token = await SignedInClient.TokenAsync(other.Http, "/console");
        foreach (var (page, handler) in new[] { ($"/console/receipts/visit/{visit}", "Pay"), ($"/console/receipts/visit/{visit}", "Issue"), (receipt, "Send") })
        {
            var forced = await other.Http.PostAsync($"{page}?handler={handler}", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. Issue.Concat(Payment("1", PaymentPurpose.Tip)).Select(field => KeyValuePair.Create(field.Name, field.Value))]));
            Assert.Equal(HttpStatusCode.NotFound, forced.StatusCode);
        }

        Assert.Contains($"{Year}-0001", await therapist.Http.GetStringAsync("/console/receipts/receipts.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{Year}-0001", await other.Http.GetStringAsync("/console/receipts/receipts.csv"), StringComparison.Ordinal);
        Assert.Contains("slip 77", await owner.Http.GetStringAsync("/console/receipts/payments.csv?month=2026-03"), StringComparison.Ordinal);
        Assert.DoesNotContain("slip 77", await other.Http.GetStringAsync("/console/receipts/payments.csv?month=2026-03"), StringComparison.Ordinal);
        Assert.Equal(receipt, Uri(await therapist.Http.GetAsync($"/console/receipts?number={Year}-1")));
        Assert.Contains("no receipt with this number", await other.Http.GetStringAsync($"/console/receipts?number={Year}-0001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_reads_it_by_the_link_that_was_sent_and_reading_changes_nothing()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        using var client = SignedInClient.Stranger(site);
        var receipt = await IssuedAsync(owner, await VisitAsync(site, owner.PersonId));
        Assert.Equal($"{receipt}?done=sent", Uri(await owner.SubmitAsync(receipt, "Send")));
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var message = await db.Outbox.SingleAsync();
        var link = new Uri(Link().Match(message.Text).Value).AbsolutePath;
        var before = await db.Audit.CountAsync();

        using var answer = await client.GetAsync(link);
        var page = await answer.Content.ReadAsStringAsync();
        using var file = await client.GetAsync($"{link}/receipt.pdf");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (answer.StatusCode, file.StatusCode));
        Assert.All(new[] { answer, file }, each =>
        {
            Assert.True(each.Headers.CacheControl?.NoStore);
            Assert.Contains("noindex", each.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
            Assert.False(each.Headers.Contains("Set-Cookie"));
        });
        Assert.All(Words(page), words => Assert.Contains(Bare(words), Bare(new PdfText(file.Content.ReadAsByteArrayAsync().Result).Text), StringComparison.Ordinal));
        Assert.Contains("Tu recibo", await client.GetStringAsync($"/es{link}"), StringComparison.Ordinal);
        Assert.Equal(before, await db.Audit.CountAsync());
        Assert.DoesNotContain("95", message.Subject + message.Text.Replace(link, "", StringComparison.Ordinal), StringComparison.Ordinal);

        var old = new SignedTokens(site.Services.GetRequiredService<IDataProtectionProvider>(), new SetTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-91))).Issue("receipt", receipt.Split('/')[^1]);
        var foreign = site.Services.GetRequiredService<SignedTokens>().Issue("appointment", receipt.Split('/')[^1]);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.PostAsync(link, new FormUrlEncodedContent([]))).StatusCode);
        foreach (var bad in new[] { old, foreign, "x", receipt.Split('/')[^1] })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/receipts/{bad}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/receipts/{bad}/receipt.pdf")).StatusCode);
        }
    }

    [Fact]
    public async Task What_anybody_types_is_only_letters_on_the_page_and_in_the_file()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        var visits = await PracticeAsync(site, owner.PersonId);
        foreach (var attack in Attacks.Texts.Append($"\u202E\u0000\u0007{new string('W', 300)}"[..300]).Where((_, place) => place % 4 == 0))
        {
            AppointmentId visit;
            await using (var scope = site.Services.CreateAsyncScope())
            {
                visit = await visits.AddAsync(scope.ServiceProvider.GetRequiredService<PracticeDb>());
            }

            var issued = await owner.SubmitAsync($"/console/receipts/visit/{visit}", "Issue", [("Patient", attack), ("Payer", $"x {attack}"), ("Description", attack), ("Place", attack), ("Code", ""), ("Discount", "")]);
            Assert.True(issued.StatusCode is HttpStatusCode.Redirect, attack);
            var receipt = Uri(issued).Split('?')[0];
            var html = await owner.Http.GetStringAsync(receipt);
            var pdf = Bare(new PdfText(await owner.Http.GetByteArrayAsync($"{receipt}.pdf")).Text);

            Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
            Assert.All(Tag().Matches(Article().Match(html).Value), tag => Assert.Contains(tag.Groups["name"].Value, Parts));
            if (!pdf.Contains('□', StringComparison.Ordinal))
            {
                Assert.All(Words(html), words => Assert.Contains(Bare(words), pdf, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task A_plan_year_is_summed_up_on_a_page_and_in_a_file()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        var visits = await PracticeAsync(site, owner.PersonId);
        for (var number = 0; number < 45; number++)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
            var visit = await visits.AddAsync(db);
            var (viewer, time) = (new Viewer(owner.PersonId, IsOwner: true), TimeProvider.System);
            await new PaymentDesk(db, time).RecordAsync(viewer, visit, new PaymentDraft(PaymentId.New(time), PaymentMethod.Cash, PaymentPurpose.Care, 9_333, new DateOnly(2026, 3, 2), ""), CancellationToken.None);
            await new PaymentDesk(db, time).RecordAsync(viewer, visit, new PaymentDraft(PaymentId.New(time), PaymentMethod.Cash, PaymentPurpose.Tip, 101, new DateOnly(2026, 3, 2), ""), CancellationToken.None);
            Assert.True(number == 44 || await new ReceiptDesk(db, time).IssueAsync(viewer, visit, AVisit.Wish(), CancellationToken.None) is ReceiptOutcome.Issued);
        }

        var html = await owner.Http.GetStringAsync($"/console/receipts/year/{visits.Client}/2026");
        var pdf = new PdfText(await owner.Http.GetByteArrayAsync($"/console/receipts/year/{visits.Client}/2026.pdf"));

        Assert.All(Words(html), words => Assert.Contains(Bare(words), Bare(pdf.Text), StringComparison.Ordinal));
        Assert.InRange(pdf.PageCount, 3, 8);

        // 44 × 95.00, 44 × 93.33, 44 × 1.67, 44 × 1.01.
        Assert.All(new[] { "$4,180.00", "$4,106.52", "$73.48", "$44.44", "44 visits", "not a receipt" }, sum => Assert.Contains(sum, pdf.Text, StringComparison.Ordinal));
        Assert.Contains("have no receipt yet", html, StringComparison.Ordinal);
        Assert.Contains("There is no receipt", await owner.Http.GetStringAsync($"/console/receipts/year/{visits.Client}/2025"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.GetAsync($"/console/receipts/year/{visits.Client}/2025.pdf")).StatusCode);
    }

    private static async Task<AVisitMaker> PracticeAsync(OwnStoreSite site, Guid? therapist)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await AVisit.PracticeAsync(scope.ServiceProvider.GetRequiredService<PracticeDb>(), therapist);
    }

    private static async Task<AppointmentId> VisitAsync(OwnStoreSite site, Guid? therapist)
    {
        var visits = await PracticeAsync(site, therapist);
        await using var scope = site.Services.CreateAsyncScope();
        return await visits.AddAsync(scope.ServiceProvider.GetRequiredService<PracticeDb>());
    }

    private static (string Name, string Value)[] Payment(string amount, PaymentPurpose purpose, string reference = "") =>
        [("id", Guid.NewGuid().ToString()), ("Method", "CardTerminal"), ("Purpose", purpose.ToString()), ("Amount", amount), ("Day", "2026-03-02"), ("Reference", reference)];

    private static async Task PayAsync(SignedInClient who, AppointmentId visit, string amount, PaymentPurpose purpose, string reference = "") =>
        Assert.Equal($"/console/receipts/visit/{visit}?done=paid", Uri(await who.SubmitAsync($"/console/receipts/visit/{visit}", "Pay", Payment(amount, purpose, reference))));

    private static async Task<string> IssuedAsync(SignedInClient who, AppointmentId visit) =>
        Uri(await who.SubmitAsync($"/console/receipts/visit/{visit}", "Issue", Issue)).Split('?')[0];

    private static string Uri(HttpResponseMessage answer) => answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{(int)answer.StatusCode} leads nowhere.");

    /// <summary>Each text of the document, as a reader sees it.</summary>
    private static List<string> Words(string html) =>
        [.. Between().Split(Caption().Replace(Article().Match(html).Value, "")).Select(text => WebUtility.HtmlDecode(text).Trim()).Where(text => text.Length > 0)];

    /// <summary>Where lines end is not what a document says.</summary>
    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex("<article class=\"paper\".*?</article>", RegexOptions.Singleline, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("<(?<name>[A-Za-z]+[0-9]?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<caption.*?</caption>", RegexOptions.Singleline, 1000)]
    private static partial Regex Caption();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)]
    private static partial Regex Between();

    [GeneratedRegex("https?://[^\\s]+/receipts/[^\\s]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("/console/receipts/year/[0-9a-f-]+/2026", RegexOptions.None, 1000)]
    private static partial Regex ClientLink();
}
