using Unknot.Practice.Receipts;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>Addresses by which clients read their receipts. Whoever holds one may read that receipt for <see cref="Lasts"/>, and nothing else.</summary>
public sealed class ReceiptAddresses(SignedTokens tokens)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    private const string Purpose = "receipt";

    private const string CopyMark = "copy ";

    /// <summary>In full, as it stands in a message.</summary>
    /// <param name="isCopy">What it leads to is marked as a copy.</param>
    public string LinkTo(HttpContext context, ReceiptId id, bool isCopy) =>
        SiteAddress.Of(context, $"/receipts/{tokens.Issue(Purpose, $"{(isCopy ? CopyMark : "")}{id}")}", RequestLanguage.Default);

    /// <returns>Null when the token is forged, broken or too old.</returns>
    public Leads? Read(string? token)
    {
        if (tokens.Read(Purpose, token) is not { } read || read.Age > Lasts)
        {
            return null;
        }

        var isCopy = read.Subject.StartsWith(CopyMark, StringComparison.Ordinal);
        return Guid.TryParse(isCopy ? read.Subject.AsSpan(CopyMark.Length) : read.Subject, out var id) ? new Leads(ReceiptId.Of(id), isCopy) : null;
    }

    public sealed record Leads(ReceiptId Id, bool IsCopy);
}
