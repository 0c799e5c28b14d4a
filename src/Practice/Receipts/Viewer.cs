using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Who of the practice looks: an owner sees every visit, a therapist the visits of their own calendar.</summary>
public sealed record Viewer(Guid PersonId, bool IsOwner)
{
    internal IQueryable<Appointment> Visits(PracticeDb db) =>
        IsOwner ? db.Appointments : db.Appointments.Where(visit => visit.Therapist!.PersonId == PersonId);

    internal IQueryable<Payment> Payments(PracticeDb db) =>
        IsOwner ? db.Payments : db.Payments.Where(payment => db.Appointments.Any(visit => visit.Id == payment.AppointmentId && visit.Therapist!.PersonId == PersonId));

    internal IQueryable<Receipt> Receipts(PracticeDb db) =>
        IsOwner ? db.Receipts : db.Receipts.Where(receipt => db.Appointments.Any(visit => visit.Id == receipt.AppointmentId && visit.Therapist!.PersonId == PersonId));
}
