using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Receipts;

/// <summary>What tests of payments and receipts do again and again, each time with a context of its own, as requests have.</summary>
internal sealed class Till(TestStore store, TimeProvider time, Viewer viewer)
{
    internal Viewer Viewer => viewer;

    internal static async Task<(Till Till, AVisitMaker Visits)> InAsync(TestStore store, TimeProvider time)
    {
        var person = await APerson.InAsync(store);
        await using var db = store.Open();
        return (new Till(store, time, new Viewer(person, IsOwner: true)), await AVisit.PracticeAsync(db, person));
    }

    internal async Task<AppointmentId> VisitAsync(AVisitMaker visits, AppointmentState state = AppointmentState.Done, int cents = 9_500, DateTime? start = null)
    {
        await using var db = store.Open();
        return await visits.AddAsync(db, state, cents, start);
    }

    internal async Task<PaymentOutcome> PayAsync(AppointmentId visit, int cents, PaymentPurpose purpose = PaymentPurpose.Care, PaymentMethod method = PaymentMethod.Cash, string reference = "", DateOnly? day = null, PaymentId? id = null)
    {
        await using var db = store.Open();
        return await new PaymentDesk(db, time).RecordAsync(viewer, visit, new PaymentDraft(id ?? PaymentId.New(TimeProvider.System), method, purpose, cents, day ?? new DateOnly(2026, 3, 2), reference), CancellationToken.None);
    }

    internal async Task<bool> WithdrawAsync(PaymentId id)
    {
        await using var db = store.Open();
        return await new PaymentDesk(db, time).WithdrawAsync(viewer, id, CancellationToken.None);
    }

    internal async Task<ReceiptOutcome> IssueAsync(AppointmentId visit, ReceiptWish? wish = null)
    {
        await using var db = store.Open();
        return await new ReceiptDesk(db, time).IssueAsync(viewer, visit, wish ?? AVisit.Wish(), CancellationToken.None);
    }

    internal async Task<ReceiptOutcome> CorrectAsync(ReceiptId id, string reason = "The patient's name was wrong.", ReceiptWish? wish = null)
    {
        await using var db = store.Open();
        return await new ReceiptDesk(db, time).CorrectAsync(viewer, id, wish ?? AVisit.Wish("Ada King"), reason, CancellationToken.None);
    }

    internal async Task<Receipt> IssuedAsync(AppointmentId visit, ReceiptWish? wish = null) => Assert.IsType<ReceiptOutcome.Issued>(await IssueAsync(visit, wish)).Receipt;

    internal async Task<YearSummary?> YearAsync(ClientId client, int year)
    {
        await using var db = store.Open();
        return await new YearDesk(db, time).SeeAsync(viewer, client, year, "page", CancellationToken.None);
    }
}
