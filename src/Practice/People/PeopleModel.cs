using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Unknot.Practice.People;

internal static class PeopleModel
{
    internal static void Describe(ModelBuilder builder)
    {
        builder.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Property(each => each.Name).HasMaxLength(100);
        });
        builder.Entity<PracticeRole>().ToTable("roles");
        PeopleSetup.DescribeRoles(builder);
        builder.Entity<IdentityUserRole<Guid>>().ToTable("people_roles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("people_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("people_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("people_tokens");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("passkeys");
            passkey.HasKey(each => each.CredentialId);
            passkey.Property(each => each.CredentialId).HasMaxLength(1024);
            passkey.HasOne<Person>().WithMany().HasForeignKey(each => each.UserId);
            passkey.OwnsOne(each => each.Data).ToJson("data");
        });

        builder.Entity<SignedInSession>(session =>
        {
            session.ToTable("sessions");
            session.HasKey(each => each.Id);
            session.Property(each => each.Device).HasMaxLength(100);
            session.Property(each => each.Means).HasMaxLength(20);
            session.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId);
        });
        builder.Entity<OneTimeLink>(link =>
        {
            link.ToTable("one_time_links");
            link.HasKey(each => each.SecretHash);
            link.Property(each => each.SecretHash).HasMaxLength(44);
            link.Property(each => each.Purpose).HasMaxLength(20);
            link.Property(each => each.Role).HasMaxLength(20);
            link.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId);
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries");
            entry.HasKey(each => each.Id);
            entry.Property(each => each.Action).HasMaxLength(60);
            entry.Property(each => each.Subject).HasMaxLength(40);
            entry.Property(each => each.SubjectId).HasMaxLength(100);
            entry.Property(each => each.Note).HasMaxLength(300);
            entry.HasIndex(each => each.AtUtc);
            entry.HasIndex(each => new { each.Subject, each.SubjectId });
            entry.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
