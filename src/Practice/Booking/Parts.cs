using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Unknot.Practice.Booking;

/// <summary>Something of the offer, taken apart into named texts: to know it again, and to say what of it has changed.</summary>
internal static class Parts
{
    private const int LongestNote = 300;

    /// <returns>32 hexadecimal digits; the same for equal parts alone.</returns>
    internal static string Fingerprint(IEnumerable<(string Name, string Value)> parts)
    {
        var all = string.Concat(parts.Select(part => $"{part.Name.Length}:{part.Name}{part.Value.Length}:{part.Value}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16));
    }

    /// <returns>Names of the parts that differ, in their order; empty when nothing does.</returns>
    internal static ImmutableArray<string> Changed(IEnumerable<(string Name, string Value)> before, IEnumerable<(string Name, string Value)> after) =>
        [.. before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Name)];

    /// <summary>For the audit trail.</summary>
    internal static string Note(ImmutableArray<string> changed)
    {
        var note = string.Join(", ", changed);
        return note.Length <= LongestNote ? note : note[..LongestNote];
    }
}
