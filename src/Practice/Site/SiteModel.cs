using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Mail;
using Unknot.Practice.Pictures;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Site;

internal static class SiteModel
{
    internal static void Describe(ModelBuilder builder)
    {
        builder.Entity<PracticeSettings>(settings =>
        {
            settings.ToTable("settings");
            settings.HasKey(each => each.Id);
            settings.Property(each => each.Id).ValueGeneratedNever();
            settings.Property(each => each.Name).HasMaxLength(100);
            settings.Property(each => each.Tagline).HasMaxLength(200);
            settings.Property(each => each.Street).HasMaxLength(200);
            settings.Property(each => each.City).HasMaxLength(100);
            settings.Property(each => each.Region).HasMaxLength(100);
            settings.Property(each => each.PostalCode).HasMaxLength(20);
            settings.Property(each => each.Country).HasMaxLength(2);
            settings.Property(each => each.Phone).HasMaxLength(40);
            settings.Property(each => each.Email).HasMaxLength(254);
            settings.Property(each => each.TimeZone).HasMaxLength(60);
            settings.Property(each => each.Hours).HasMaxLength(1000);
            settings.Property(each => each.AccentLight).HasMaxLength(7);
            settings.Property(each => each.AccentDark).HasMaxLength(7);
            settings.Property(each => each.Version).IsConcurrencyToken();
            settings.HasOne<Picture>().WithMany().HasForeignKey(each => each.LogoId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox");
            message.HasKey(each => each.Id);
            message.Property(each => each.Kind).HasMaxLength(30);
            message.Property(each => each.To).HasMaxLength(254);
            message.Property(each => each.ReplyTo).HasMaxLength(254);
            message.Property(each => each.Subject).HasMaxLength(200);
            message.Property(each => each.LastTrouble).HasMaxLength(500);
            message.Property(each => each.OnceKey).HasMaxLength(120);
            message.HasIndex(each => each.OnceKey).IsUnique();
            message.HasIndex(each => new { each.SentAtUtc, each.DueAtUtc });
        });
        builder.Entity<StoredKey>(key =>
        {
            key.ToTable("stored_keys");
            key.HasKey(each => each.Id);
            key.Property(each => each.Name).HasMaxLength(200);
        });
    }
}
