using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;

namespace Unknot.Practice.Receipts;

internal static class ReceiptModel
{
    internal static void Describe(ModelBuilder builder)
    {
        builder.Entity<Payment>(payment =>
        {
            payment.ToTable("payments");
            payment.HasKey(each => each.Id);
            payment.Property(each => each.Method).HasConversion<string>().HasMaxLength(20);
            payment.Property(each => each.Purpose).HasConversion<string>().HasMaxLength(20);
            payment.Property(each => each.Reference).HasMaxLength(60);
            payment.HasIndex(each => each.AppointmentId);
            payment.HasIndex(each => each.ReceivedOn);
            payment.HasOne<Appointment>().WithMany().HasForeignKey(each => each.AppointmentId).OnDelete(DeleteBehavior.Restrict);
            payment.HasOne<Person>().WithMany().HasForeignKey(each => each.RecordedById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Receipt>(receipt =>
        {
            receipt.ToTable("receipts");
            receipt.HasKey(each => each.Id);
            receipt.HasIndex(each => new { each.Year, each.Number }).IsUnique();
            receipt.HasIndex(each => new { each.ClientId, each.ServiceDate });
            receipt.HasIndex(each => each.CorrectsId).IsUnique();
            receipt.HasOne<Appointment>().WithMany().HasForeignKey(each => each.AppointmentId).OnDelete(DeleteBehavior.Restrict);
            receipt.HasOne<Client>().WithMany().HasForeignKey(each => each.ClientId).OnDelete(DeleteBehavior.Restrict);
            receipt.HasOne<Person>().WithMany().HasForeignKey(each => each.IssuedById).OnDelete(DeleteBehavior.Restrict);
            receipt.HasOne<Receipt>().WithMany().HasForeignKey(each => each.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
