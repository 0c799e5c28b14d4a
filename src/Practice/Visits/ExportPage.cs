using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Unknot.Practice.Visits;

/// <summary>What is kept about a client as a page that any browser shows, without script and without anything from elsewhere.</summary>
internal sealed class ExportPage(Func<string, string> wordsOf, Func<DateTime, string> timeOf)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder page = new();

    internal string Write(ExportedClient client)
    {
        page.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>What we keep about you</title><style>body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap}section{border-top:1px solid #999;margin-top:1.5rem}</style></head><body><h1>What we keep about you</h1>");
        List(
            ("Name", client.Name),
            ("E-mail address", client.Email),
            ("Telephone", client.Phone),
            ("Language of messages", client.Language == "es" ? "Spanish" : "English"),
            ("Letter of medical necessity", client.LetterReference),
            ("It holds until", client.LetterValidUntil is { } until ? Day(until) : ""),
            ("Known since", timeOf(client.KnownSinceUtc)));
        page.Append("<h2>Sessions</h2>");
        foreach (var visit in client.Visits)
        {
            Write(visit);
        }

        if (client.WaitingList.Length > 0)
        {
            page.Append("<h2>Waiting list</h2>");
            List([.. client.WaitingList.Select(entry => (timeOf(entry.CreatedAtUtc), $"{Day(entry.FirstDay)} to {Day(entry.LastDay)}: {entry.State}"))]);
        }

        if (client.Messages.Length > 0)
        {
            page.Append("<h2>Messages of the last ninety days</h2>");
            List([.. client.Messages.Select(message => ($"{timeOf(message.CreatedAtUtc)}: {message.Subject}", message.Text))]);
        }

        return page.Append("</body></html>").ToString();
    }

    private void Write(ExportedVisit visit)
    {
        page.Append("<section><h3>").Append(Html.Encode($"{timeOf(visit.StartsAtUtc)}: {visit.Service}")).Append("</h3>");
        List(
            ("State", visit.State),
            ("With", visit.Therapist),
            ("Minutes", ((int)(visit.EndsAtUtc - visit.StartsAtUtc).TotalMinutes).ToString(CultureInfo.InvariantCulture)),
            ("Added", visit.AddOns),
            ("Price", Money(visit.PriceCents)),
            ("What you wrote", visit.ClientNote),
            ("Your body map, as data", visit.BodyMap is { } map ? Text(map) : ""),
            ("What happened", string.Join('\n', visit.Events.Select(each => $"{timeOf(each.AtUtc)}: {each.What} {each.Note}"))));
        foreach (var note in visit.Notes)
        {
            page.Append("<h4>").Append(Html.Encode(note.SignedAtUtc is { } signed
                ? $"{(note.Amends is null ? "Note" : "Amending note")} by {note.Author}, signed {timeOf(signed)}"
                : $"Draft of a note by {note.Author}, saved {timeOf(note.SavedAtUtc)}")).Append("</h4>");
            List(
                ("Subjective", note.Subjective),
                ("Objective", note.Objective),
                ("Assessment", note.Assessment),
                ("Plan", note.Plan),
                ("Found and done", string.Join('\n', note.Findings.Select(WordsOf))));
        }

        if (visit.Payments.Length + visit.Receipts.Length > 0)
        {
            page.Append("<h4>Payments and receipts</h4>");
            List(
            [
                .. visit.Payments.Select(each => ($"Payment on {Day(each.ReceivedOn)}", $"{Money(each.AmountCents)}, {each.Method}, {each.Purpose} {each.Reference}{(each.WithdrawnAtUtc is null ? "" : " (withdrawn)")}")),
                .. visit.Receipts.Select(each => ($"Receipt {each.Year}-{each.Number}", Text(each.Document))),
            ]);
        }

        page.Append("</section>");
    }

    private string WordsOf(VisitFinding finding)
    {
        var words = $"{wordsOf(finding.Point)}: {FindingWords.Of(finding)}";
        return finding.Words.Length > 0 ? $"{words}. {finding.Words}" : words;
    }

    private void List(params ReadOnlySpan<(string Label, string Text)> entries)
    {
        page.Append("<dl>");
        foreach (var (label, text) in entries)
        {
            if (text.Trim().Length > 0)
            {
                page.Append("<dt>").Append(Html.Encode(label)).Append("</dt><dd>").Append(Html.Encode(text)).Append("</dd>");
            }
        }

        page.Append("</dl>");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
}
