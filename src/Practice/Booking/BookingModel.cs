using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;

namespace Unknot.Practice.Booking;

internal static class BookingModel
{
    internal static void Describe(ModelBuilder builder)
    {
        DescribeOffer(builder);
        DescribeHours(builder);
        DescribeWaiting(builder);
        builder.Entity<Client>(client =>
        {
            client.ToTable("clients");
            client.HasKey(each => each.Id);
            client.Property(each => each.Name).HasMaxLength(100);
            client.Property(each => each.Email).HasMaxLength(254);
            client.Property(each => each.EmailKey).HasMaxLength(254);
            client.Property(each => each.Phone).HasMaxLength(40);
            client.Property(each => each.Language).HasMaxLength(2);
            client.Property(each => each.LetterReference).HasMaxLength(200);
            client.HasIndex(each => each.EmailKey);
        });
        builder.Entity<Appointment>(appointment =>
        {
            appointment.ToTable("appointments");
            appointment.HasKey(each => each.Id);
            appointment.Ignore(each => each.Occupies);
            appointment.Property(each => each.State).HasConversion<string>().HasMaxLength(20);
            appointment.Property(each => each.AddOns).HasMaxLength(300);
            appointment.Property(each => each.ClientNote).HasMaxLength(2000);
            appointment.Property(each => each.ConsentVersion).HasMaxLength(20);
            appointment.Property(each => each.Version).IsConcurrencyToken();
            appointment.HasIndex(each => each.RequestKey).IsUnique();
            appointment.HasIndex(each => new { each.TherapistId, each.OccupiedFromUtc });
            appointment.HasIndex(each => new { each.RoomId, each.OccupiedFromUtc });
            appointment.HasIndex(each => new { each.State, each.HoldEndsAtUtc });
            appointment.HasIndex(each => each.RemindAtUtc);
            appointment.HasIndex(each => each.SeriesId);
            appointment.HasOne(each => each.Therapist).WithMany().HasForeignKey(each => each.TherapistId).OnDelete(DeleteBehavior.Restrict);
            appointment.HasOne<Room>().WithMany().HasForeignKey(each => each.RoomId).OnDelete(DeleteBehavior.Restrict);
            appointment.HasOne(each => each.Service).WithMany().HasForeignKey(each => each.ServiceId).OnDelete(DeleteBehavior.Restrict);
            appointment.HasOne(each => each.Client).WithMany().HasForeignKey(each => each.ClientId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<AppointmentEvent>(happened =>
        {
            happened.ToTable("appointment_events");
            happened.HasKey(each => each.Id);
            happened.Property(each => each.What).HasMaxLength(20);
            happened.Property(each => each.Note).HasMaxLength(300);
            happened.HasIndex(each => new { each.AppointmentId, each.AtUtc });
            happened.HasOne<Appointment>().WithMany().HasForeignKey(each => each.AppointmentId).OnDelete(DeleteBehavior.Restrict);
            happened.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void DescribeOffer(ModelBuilder builder)
    {
        builder.Entity<Service>(service =>
        {
            service.ToTable("services");
            service.HasKey(each => each.Id);
            service.Property(each => each.Slug).HasMaxLength(60);
            service.Property(each => each.Name).HasMaxLength(100);
            service.Property(each => each.Description).HasMaxLength(500);
            service.HasIndex(each => each.Slug).IsUnique();
            service.HasMany(each => each.Lengths).WithOne().HasForeignKey(each => each.ServiceId);
            service.HasMany(each => each.AddOns).WithOne().HasForeignKey(each => each.ServiceId);
            service.HasMany(each => each.Therapists).WithOne().HasForeignKey(each => each.ServiceId);
            service.HasMany(each => each.Rooms).WithOne().HasForeignKey(each => each.ServiceId);
        });
        builder.Entity<ServiceLength>(length =>
        {
            length.ToTable("service_lengths");
            length.HasKey(each => new { each.ServiceId, each.Minutes });
        });
        builder.Entity<AddOn>(addOn =>
        {
            addOn.ToTable("add_ons");
            addOn.HasKey(each => each.Id);
            addOn.Property(each => each.Name).HasMaxLength(60);
        });
        builder.Entity<ServiceTherapist>(given =>
        {
            given.ToTable("service_therapists");
            given.HasKey(each => new { each.ServiceId, each.TherapistId });
            given.HasOne<Therapist>().WithMany().HasForeignKey(each => each.TherapistId);
        });
        builder.Entity<ServiceRoom>(given =>
        {
            given.ToTable("service_rooms");
            given.HasKey(each => new { each.ServiceId, each.RoomId });
            given.HasOne<Room>().WithMany().HasForeignKey(each => each.RoomId);
        });
        builder.Entity<Room>(room =>
        {
            room.ToTable("rooms");
            room.HasKey(each => each.Id);
            room.Property(each => each.Name).HasMaxLength(60);
        });
        builder.Entity<Therapist>(therapist =>
        {
            therapist.ToTable("therapists");
            therapist.HasKey(each => each.Id);
            therapist.Property(each => each.Name).HasMaxLength(100);
            therapist.Property(each => each.Credential).HasMaxLength(40);
            therapist.Property(each => each.LicenceNumber).HasMaxLength(40);
            therapist.Property(each => each.LicenceState).HasMaxLength(40);
            therapist.Property(each => each.Npi).HasMaxLength(10);
            therapist.Property(each => each.FeedHash).HasMaxLength(44);
            therapist.HasIndex(each => each.FeedHash).IsUnique();
            therapist.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void DescribeWaiting(ModelBuilder builder)
    {
        builder.Entity<WaitingEntry>(waiting =>
        {
            waiting.ToTable("waiting_list");
            waiting.HasKey(each => each.Id);
            waiting.Property(each => each.Name).HasMaxLength(100);
            waiting.Property(each => each.Email).HasMaxLength(254);
            waiting.Property(each => each.Phone).HasMaxLength(40);
            waiting.Property(each => each.Language).HasMaxLength(2);
            waiting.Property(each => each.State).HasConversion<string>().HasMaxLength(20);
            waiting.Property(each => each.Version).IsConcurrencyToken();
            waiting.HasIndex(each => each.RequestKey).IsUnique();
            waiting.HasIndex(each => new { each.State, each.CreatedAtUtc });
            waiting.HasOne<Service>().WithMany().HasForeignKey(each => each.ServiceId).OnDelete(DeleteBehavior.Restrict);
            waiting.HasOne<Therapist>().WithMany().HasForeignKey(each => each.TherapistId).OnDelete(DeleteBehavior.Restrict);
            waiting.HasOne<Appointment>().WithMany().HasForeignKey(each => each.OfferedId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<BookingSettings>(settings =>
        {
            settings.ToTable("booking_settings");
            settings.HasKey(each => each.Id);
            settings.Property(each => each.Id).ValueGeneratedNever();
            settings.Property(each => each.LatePolicy).HasMaxLength(1000);
            settings.Property(each => each.Currency).HasMaxLength(3);
            settings.Property(each => each.LegalName).HasMaxLength(100);
            settings.Property(each => each.TaxId).HasMaxLength(20);
            settings.Property(each => each.Version).IsConcurrencyToken();
        });
    }

    private static void DescribeHours(ModelBuilder builder)
    {
        builder.Entity<WorkingWindow>(window =>
        {
            window.ToTable("working_windows");
            window.HasKey(each => each.Id);
            window.HasOne<Therapist>().WithMany().HasForeignKey(each => each.TherapistId);
        });
        builder.Entity<DayChange>(change =>
        {
            change.ToTable("day_changes");
            change.HasKey(each => each.Id);
            change.HasIndex(each => new { each.TherapistId, each.Date });
            change.HasOne<Therapist>().WithMany().HasForeignKey(each => each.TherapistId);
        });
        builder.Entity<Closure>(closure =>
        {
            closure.ToTable("closures");
            closure.HasKey(each => each.Id);
            closure.Property(each => each.Reason).HasMaxLength(100);
            closure.HasIndex(each => each.LastDay);
            closure.HasOne<Therapist>().WithMany().HasForeignKey(each => each.TherapistId);
        });
    }
}
