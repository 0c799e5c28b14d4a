using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;

namespace Unknot.Practice.Hooks;

internal static class HookModel
{
    internal static void Describe(ModelBuilder builder)
    {
        builder.Entity<Webhook>(hook =>
        {
            hook.ToTable("webhooks");
            hook.HasKey(each => each.Id);
            hook.Property(each => each.Address).HasMaxLength(500);
            hook.Property(each => each.ProtectedSecret).HasMaxLength(500);
            hook.Property(each => each.Events).HasMaxLength(300);
        });
        builder.Entity<WebhookDelivery>(delivery =>
        {
            delivery.ToTable("webhook_deliveries");
            delivery.HasKey(each => each.Id);
            delivery.Property(each => each.Event).HasMaxLength(40);
            delivery.Property(each => each.LastAnswer).HasMaxLength(100);
            delivery.HasIndex(each => new { each.DeliveredAtUtc, each.DueAtUtc });
            delivery.HasOne<Webhook>().WithMany().HasForeignKey(each => each.WebhookId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ApiKey>(key =>
        {
            key.ToTable("api_keys");
            key.HasKey(each => each.Id);
            key.Property(each => each.Name).HasMaxLength(60);
            key.Property(each => each.SecretHash).HasMaxLength(44);
            key.HasIndex(each => each.SecretHash).IsUnique();
            key.HasOne<Person>().WithMany().HasForeignKey(each => each.CreatedById).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
