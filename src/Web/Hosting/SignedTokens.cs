using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Unknot.Web.Hosting;

/// <summary>
/// What the server has given out and knows again, without a cookie and without keeping it: a form with its time and number, a
/// link that lets its holder do one thing. Each is bound to a purpose and a subject.
/// </summary>
public sealed class SignedTokens(IDataProtectionProvider protection, TimeProvider time)
{
    /// <param name="purpose">What it is good for; another purpose does not read it.</param>
    /// <param name="subject">What it is about.</param>
    public string Issue(string purpose, string subject) =>
        protection.CreateProtector("Unknot.Tokens", purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().UtcTicks}|{Guid.CreateVersion7(time.GetUtcNow())}|{subject}"));

    /// <returns>Null when it is forged, broken or for another purpose.</returns>
    public Token? Read(string purpose, string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 2_000)
        {
            return null;
        }

        string text;
        try
        {
            text = protection.CreateProtector("Unknot.Tokens", purpose).Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }

        var parts = text.Split('|', 3);
        var issued = new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero);
        return new Token(Guid.Parse(parts[1]), parts[2], time.GetUtcNow() - issued);
    }

    /// <param name="Id">Of this token alone.</param>
    /// <param name="Age">Since it was issued.</param>
    public sealed record Token(Guid Id, string Subject, TimeSpan Age);
}
