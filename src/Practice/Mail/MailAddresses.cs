using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Unknot.Practice.Mail;

/// <summary>Which texts may be somebody's e-mail address.</summary>
public static partial class MailAddresses
{
    public const int MaxLength = 254;

    /// <summary>
    /// What a browser takes for one (the rule of <c>input type="email"</c>), with at least one dot in the domain. It has room for neither a line break nor
    /// a second address, so it can stand in a header as it is.
    /// </summary>
    public static bool IsPlausible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaxLength && Shape().IsMatch(text) && MailAddress.TryCreate(text, out var read) && read.Address.Length > 0;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();
}
