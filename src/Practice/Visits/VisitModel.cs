using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;

namespace Unknot.Practice.Visits;

internal static class VisitModel
{
    internal static void Describe(ModelBuilder builder) => builder.Entity<VisitNote>(note =>
    {
        note.ToTable("visit_notes");
        note.HasKey(each => each.Id);
        note.Property(each => each.Subjective).HasMaxLength(4000);
        note.Property(each => each.Objective).HasMaxLength(4000);
        note.Property(each => each.Assessment).HasMaxLength(4000);
        note.Property(each => each.Plan).HasMaxLength(4000);
        note.Property(each => each.Version).IsConcurrencyToken();
        note.HasIndex(each => each.AppointmentId);
        note.HasOne<Appointment>().WithMany().HasForeignKey(each => each.AppointmentId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<Person>().WithMany().HasForeignKey(each => each.AuthorId).OnDelete(DeleteBehavior.Restrict);
        note.HasOne<VisitNote>().WithMany().HasForeignKey(each => each.AmendsId).OnDelete(DeleteBehavior.Restrict);
    });
}
