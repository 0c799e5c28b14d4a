using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unknot.Practice.Storage;

namespace Unknot.Practice.People;

public static class PeopleSetup
{
    /// <summary>Wrong passwords in a row after which an account takes none for <see cref="LockedFor"/>. Passkeys stay good: nobody can lock somebody else out.</summary>
    public const int WrongPasswords = 10;

    public static TimeSpan LockedFor { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Accounts with passwords and passkeys in the practice's database; on top of <see cref="StorageSetup.AddPracticeStorage"/>.</summary>
    public static IdentityBuilder AddPracticePeople(this IServiceCollection services)
    {
        services.AddScoped<FirstOwner>();
        services.AddScoped<Invitations>();
        services.AddScoped<Accounts>();
        services.AddScoped<Sessions>();
        return services.AddIdentityCore<Person>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";        // the user name is the e-mail address, which has rules of its own
                identity.Lockout.MaxFailedAccessAttempts = WrongPasswords;
                identity.Lockout.DefaultLockoutTimeSpan = LockedFor;

                // Length is what makes a password strong; rules of composition make it forgettable.
                identity.Password.RequiredLength = PasswordRules.ShortestLength;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequiredUniqueChars = 1;
            })
            .AddRoles<PracticeRole>()
            .AddEntityFrameworkStores<PracticeDb>()
            .AddPasswordValidator<PasswordRules>();
    }

    /// <summary>The roles are part of the tables: they are the same in every practice.</summary>
    internal static void DescribeRoles(ModelBuilder builder) => builder.Entity<PracticeRole>().HasData(
        PracticeRole.All.Select(name => new PracticeRole
        {
            Id = PracticeRole.IdOf(name),
            Name = name,
            NormalizedName = name.ToUpperInvariant(),
            ConcurrencyStamp = name,
        }));
}
