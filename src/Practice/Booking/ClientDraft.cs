namespace Unknot.Practice.Booking;

/// <summary>What the practice writes down about a client, as typed.</summary>
/// <param name="Language">Of the mails: <c>en</c> or <c>es</c>.</param>
/// <param name="LetterValidUntil">Like <c>2026-12-31</c>; empty for none.</param>
public sealed record ClientDraft(string Name, string Email, string Phone, string Language, string LetterReference, string LetterValidUntil)
{
    public static ClientDraft Of(Client client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new ClientDraft(client.Name, client.Email, client.Phone, client.Language, client.LetterReference, client.LetterValidUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "");
    }
}

/// <summary>Something that cannot be kept about a client.</summary>
public sealed record ClientProblem(string Field, string Text);
