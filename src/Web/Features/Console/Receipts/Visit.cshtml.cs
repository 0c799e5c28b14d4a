using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Receipts;

/// <summary><c>/console/receipts/visit/{id}</c>: what was agreed and paid for a visit, and its receipt.</summary>
public sealed class VisitModel(ReceiptDesk desk, PaymentDesk payments, TimeProvider time) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    public IssueForm Issue { get; private set; } = null!;

    public PaymentForm Payment { get; private set; } = null!;

    public bool MayIssue => Visit.TookPlace(time.GetUtcNow().UtcDateTime) || Visit.FellThrough;

    public string? Told { get; private set; }

    private AppointmentId VisitId => new(Guid.Parse((string)RouteData.Values["appointmentId"]!, CultureInfo.InvariantCulture));

    /// <summary>A post that names none of the page's forms.</summary>
    public IActionResult OnPost() => BadRequest();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await desk.SeeVisitAsync(User.Viewer(), VisitId, cancellation) is not { } visit)
        {
            return NotFound();
        }

        Told = Request.Query["done"].ToString() switch
        {
            "paid" => "The payment is recorded.",
            "withdrawn" => "The payment is withdrawn. It stays in the list and counts no more.",
            _ => null,
        };
        Show(visit);
        return Page();
    }

    public async Task<IActionResult> OnPostPayAsync(CancellationToken cancellation)
    {
        var (viewer, id) = (User.Viewer(), VisitId);
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || PaymentForm.From(form) is not { } typed)
        {
            return BadRequest();
        }

        var outcome = typed.ToDraft() is { } draft ? await payments.RecordAsync(viewer, id, draft, cancellation) : null;
        if (outcome is PaymentOutcome.Recorded)
        {
            return LocalRedirect($"/console/receipts/visit/{id}?done=paid");
        }

        if (outcome is PaymentOutcome.NotThere || await desk.VisitAsync(viewer, id, cancellation) is not { } visit)
        {
            return NotFound();
        }

        Show(visit);
        Payment = typed.Refused(outcome);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParseExact(form["payment"], "D", out var payment))
        {
            return BadRequest();
        }

        return await payments.WithdrawAsync(User.Viewer(), PaymentId.Of(payment), cancellation) ? LocalRedirect($"/console/receipts/visit/{VisitId}?done=withdrawn") : NotFound();
    }

    public async Task<IActionResult> OnPostIssueAsync(CancellationToken cancellation)
    {
        var (viewer, id) = (User.Viewer(), VisitId);
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        if (await desk.VisitAsync(viewer, id, cancellation) is not { } visit)
        {
            return NotFound();
        }

        var typed = IssueForm.From(form, visit, isCorrection: false);
        var outcome = typed.ToWish() is { } wish ? await desk.IssueAsync(viewer, id, wish, cancellation) : null;
        switch (outcome)
        {
            case ReceiptOutcome.Issued issued:
                return LocalRedirect($"/console/receipts/{issued.Receipt.Id}?done=issued");
            case ReceiptOutcome.AlreadyThere there:
                return LocalRedirect($"/console/receipts/{there.Id}?done=there");
            case ReceiptOutcome.NotThere:
                return NotFound();
            default:
                Show(visit);
                Issue = typed.Refused(outcome);
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
        }
    }

    private void Show(Visit visit)
    {
        Visit = visit;
        Issue = IssueForm.From(visit, isCorrection: false);
        var today = PracticeDay.DayOf(time.GetUtcNow().UtcDateTime, visit.Zone);
        Payment = PaymentForm.Empty(visit, visit.Day < today ? visit.Day : today, time);
    }

    /// <summary>A payment as it was typed.</summary>
    /// <param name="Id">Sent twice, it records one.</param>
    public sealed record PaymentForm(PaymentId Id, PaymentMethod Method, PaymentPurpose Purpose, string Amount, string Day, string Reference)
    {
        public ImmutableArray<ReceiptProblem> Problems { get; init; } = [];

        internal static PaymentForm Empty(Visit visit, DateOnly day, TimeProvider time)
        {
            var balance = visit.Money.Balance;
            return new(PaymentId.New(time), PaymentMethod.CardTerminal, visit.FellThrough ? PaymentPurpose.Fee : PaymentPurpose.Care, balance > 0 ? Money.Plain(balance) : "", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "");
        }

        /// <returns>Null when it was not made by the page.</returns>
        internal static PaymentForm? From(IFormCollection form) =>
            Guid.TryParseExact(form["id"], "D", out var id) && Named<PaymentMethod>(form["Method"]) is { } method && Named<PaymentPurpose>(form["Purpose"]) is { } purpose
                ? new(PaymentId.Of(id), method, purpose, form["Amount"].ToString(), form["Day"].ToString(), form["Reference"].ToString())
                : null;

        /// <returns>Null when amount or day cannot be read.</returns>
        internal PaymentDraft? ToDraft() => Money.TryParse(Amount, out var cents) && ReadDay(out var day) ? new(Id, Method, Purpose, cents, day, Reference) : null;

        internal PaymentForm Refused(PaymentOutcome? outcome)
        {
            if (outcome is PaymentOutcome.Refused refused)
            {
                // The number of a card is not even shown again.
                return this with { Problems = refused.Problems, Reference = CardNumbers.AreIn(Reference) ? "" : Reference };
            }

            var problems = ImmutableArray.CreateBuilder<ReceiptProblem>();
            if (!Money.TryParse(Amount, out _))
            {
                problems.Add(new ReceiptProblem("Amount", "This is no amount. Write it like 95.00."));
            }

            if (!ReadDay(out _))
            {
                problems.Add(new ReceiptProblem("Day", "This is no day. Write it like 2026-03-31."));
            }

            return this with { Problems = problems.ToImmutable() };
        }

        public string? TroubleWith(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

        private bool ReadDay(out DateOnly day) => DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

        private static T? Named<T>(string? name)
            where T : struct, Enum
            => Enum.TryParse<T>(name, ignoreCase: false, out var value) && Enum.GetName(value) == name ? value : null;
    }
}
