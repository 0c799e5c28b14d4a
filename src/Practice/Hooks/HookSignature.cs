using System.Security.Cryptography;
using System.Text;

namespace Unknot.Practice.Hooks;

/// <summary>Lets who is called know that it was this practice, and when.</summary>
public static class HookSignature
{
    public const string Header = "Unknot-Signature";

    /// <returns><c>t=1764187800,v1=5f2c…</c>: the Unix time in seconds, and HMAC-SHA-256 of <c>time.body</c> in hexadecimal, both in UTF-8.</returns>
    public static string Of(string secret, DateTimeOffset at, string body)
    {
        var seconds = at.ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(mac)}";
    }
}
