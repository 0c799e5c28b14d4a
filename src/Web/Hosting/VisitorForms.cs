using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Unknot.Web.Hosting;

/// <summary>
/// Marks forms that visitors without an account fill in, without a cookie: when the form was shown, and which one it is. What is sent at once was filled in by a program,
/// and what is sent twice is one message.
/// </summary>
public sealed class VisitorForms(IDataProtectionProvider keys, TimeProvider time)
{
    /// <summary>Nobody reads and fills in a form faster.</summary>
    internal static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);

    /// <summary>A form that was left open longer is shown anew.</summary>
    internal static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    private const int Length = 24;

    /// <param name="purpose">Which form; a mark of another one is none.</param>
    /// <returns>To be sent with the form as it is.</returns>
    public string Mark(string purpose)
    {
        Span<byte> mark = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(mark, time.GetUtcNow().UtcTicks);
        Guid.NewGuid().TryWriteBytes(mark[8..]);
        return WebEncoders.Base64UrlEncode(Protector(purpose).Protect(mark.ToArray()));
    }

    /// <param name="mark">As it was sent, perhaps none.</param>
    public VisitorForm Read(string purpose, string mark)
    {
        byte[] read;
        try
        {
            read = Protector(purpose).Unprotect(WebEncoders.Base64UrlDecode(mark));
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return new VisitorForm.Unknown();
        }

        var age = time.GetUtcNow().UtcTicks - BinaryPrimitives.ReadInt64BigEndian(read);
        return age switch
        {
            _ when age > Latest.Ticks => new VisitorForm.Unknown(),
            _ when age < Soonest.Ticks => new VisitorForm.TooSoon(),
            _ => new VisitorForm.Fine(new Guid(read.AsSpan(8))),
        };
    }

    private IDataProtector Protector(string purpose) => keys.CreateProtector("visitor form", purpose);
}

/// <summary>What a mark says about the form it came with.</summary>
public abstract record VisitorForm
{
    private VisitorForm()
    {
    }

    public sealed record Fine(Guid Id) : VisitorForm;

    public sealed record TooSoon : VisitorForm;

    /// <summary>None of ours, or too old.</summary>
    public sealed record Unknown : VisitorForm;
}
