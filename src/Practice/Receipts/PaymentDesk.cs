using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Writes down what a practice received for a visit, and takes back what was written wrongly. It moves no money.</summary>
public sealed class PaymentDesk(PracticeDb db, TimeProvider time)
{
    public const int LongestReference = 60;

    /// <summary>For one visit; nobody pays an hour in more pieces.</summary>
    public const int MostPayments = 100;

    private const int OldestYears = 10;

    public async Task<PaymentOutcome> RecordAsync(Viewer viewer, AppointmentId visitId, PaymentDraft draft, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(draft);
        if (await viewer.Visits(db).AsNoTracking().FirstOrDefaultAsync(each => each.Id == visitId && each.ClientId != null, cancellation) is not { } visit)
        {
            return new PaymentOutcome.NotThere();
        }

        if (await db.Payments.AsNoTracking().FirstOrDefaultAsync(each => each.Id == draft.Id, cancellation) is { } before)
        {
            return before.AppointmentId == visitId ? new PaymentOutcome.Recorded(before) : new PaymentOutcome.NotThere();
        }

        var problems = ProblemsOf(visit, draft, await PracticeDay.TodayAsync(db, time, cancellation));
        if (await db.Payments.CountAsync(each => each.AppointmentId == visitId, cancellation) >= MostPayments)
        {
            problems = problems.Add(new ReceiptProblem("", $"This visit has {MostPayments} payments already."));
        }

        if (!problems.IsEmpty)
        {
            return new PaymentOutcome.Refused(problems);
        }

        var payment = new Payment
        {
            Id = draft.Id,
            AppointmentId = visitId,
            ReceivedOn = draft.ReceivedOn,
            Method = draft.Method,
            Purpose = draft.Purpose,
            AmountCents = draft.AmountCents,
            Reference = OneLine.Of(draft.Reference),
            RecordedById = viewer.PersonId,
            RecordedAtUtc = time.GetUtcNow().UtcDateTime,
        };
        db.Payments.Add(payment);
        AuditTrail.Note(db, time, viewer.PersonId, "payment.recorded", "payment", payment.Id.ToString(), $"{payment.Method}, {payment.Purpose}, {Money.Plain(payment.AmountCents)}");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException trouble) when (Conflict.IsRepeated(trouble))
        {
            // The same form, sent twice at once.
            db.ChangeTracker.Clear();
            return new PaymentOutcome.Recorded(await db.Payments.AsNoTracking().SingleAsync(each => each.Id == draft.Id, cancellation));
        }

        return new PaymentOutcome.Recorded(payment);
    }

    /// <summary>For one that was wrong or was given back: it stays, and counts no more. Withdrawn again, nothing happens.</summary>
    /// <returns>False when there is no such payment for this person.</returns>
    public async Task<bool> WithdrawAsync(Viewer viewer, PaymentId id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (await viewer.Payments(db).FirstOrDefaultAsync(each => each.Id == id, cancellation) is not { } payment)
        {
            return false;
        }

        if (payment.WithdrawnAtUtc is null)
        {
            payment.WithdrawnAtUtc = time.GetUtcNow().UtcDateTime;
            AuditTrail.Note(db, time, viewer.PersonId, "payment.withdrawn", "payment", id.ToString());
            await db.SaveChangesAsync(cancellation);
        }

        return true;
    }

    private static ImmutableArray<ReceiptProblem> ProblemsOf(Appointment visit, PaymentDraft draft, DateOnly today)
    {
        var problems = ImmutableArray.CreateBuilder<ReceiptProblem>();
        if (visit.State is not (AppointmentState.Confirmed or AppointmentState.Done or AppointmentState.NoShow or AppointmentState.Cancelled))
        {
            problems.Add(new ReceiptProblem("", "Money can be recorded for a session that is confirmed, given, missed or cancelled; this one is none of them."));
        }

        if (draft.AmountCents is < 1 or > Money.Most)
        {
            problems.Add(new ReceiptProblem("Amount", $"The amount must be from 0.01 to {Money.Plain(Money.Most)}."));
        }

        if (draft.ReceivedOn > today)
        {
            problems.Add(new ReceiptProblem("Day", "This day has not come yet. Only what was received is recorded."));
        }
        else if (draft.ReceivedOn < today.AddYears(-OldestYears))
        {
            problems.Add(new ReceiptProblem("Day", string.Create(CultureInfo.InvariantCulture, $"This day is more than {OldestYears} years ago.")));
        }

        if (OneLine.Of(draft.Reference).Length > LongestReference)
        {
            problems.Add(new ReceiptProblem("Reference", $"The reference is longer than {LongestReference} characters."));
        }

        if (CardNumbers.AreIn(draft.Reference))
        {
            problems.Add(new ReceiptProblem("Reference", "This looks like the full number of a card, which must never be kept. Write the number of the slip, or the last four digits."));
        }

        return problems.ToImmutable();
    }
}
