using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Unknot.Practice.People;

/// <summary>What somebody says about themselves when their account is made.</summary>
public sealed record NewPerson(string Name, string Email, string Password)
{
    public const int LongestName = 100;

    public const int LongestEmail = 254;

    private static readonly EmailAddressAttribute Address = new();

    /// <summary>Without spaces around name and address.</summary>
    public NewPerson Trimmed => new(Name.Trim(), Email.Trim(), Password);

    /// <returns>What is wrong with a name, or null.</returns>
    public static string? TroubleWithName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length switch
        {
            0 => "Say what colleagues call you.",
            > LongestName => $"A name has at most {LongestName} characters.",
            _ when name.Any(char.IsControl) => "A name is one line of text.",
            _ => null,
        };
    }

    /// <returns>What is wrong with an e-mail address, or null.</returns>
    public static string? TroubleWithEmail(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Length is 0 or > LongestEmail || email.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign)) || !Address.IsValid(email)
            ? "This is no e-mail address."
            : null;
    }

    /// <summary>By field: <c>name</c>, <c>email</c>, <c>password</c>.</summary>
    internal Dictionary<string, string> Troubles()
    {
        var troubles = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("name", TroubleWithName(Name));
        Add("email", TroubleWithEmail(Email));
        Add("password", PasswordRules.TroubleWith(Password, Name, Email));
        return troubles;

        void Add(string field, string? trouble)
        {
            if (trouble is not null)
            {
                troubles[field] = trouble;
            }
        }
    }

    internal Person ToPerson(TimeProvider time) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Name = Name,
        UserName = Email,
        Email = Email,
        CreatedAtUtc = time.GetUtcNow().UtcDateTime,
    };

    internal static Dictionary<string, string> AddressIsTaken => new(StringComparer.Ordinal) { ["email"] = "There is an account with this address already." };

    /// <summary>What Identity found wrong, by field.</summary>
    internal static Dictionary<string, string> Troubles(IdentityResult refused) => refused.Errors.Any(error => error.Code.Contains("Duplicate", StringComparison.Ordinal))
        ? AddressIsTaken
        : new(StringComparer.Ordinal) { [refused.Errors.Any(error => error.Code.StartsWith("Password", StringComparison.Ordinal)) ? "password" : "email"] = string.Join(' ', refused.Errors.Select(error => error.Description)) };
}
