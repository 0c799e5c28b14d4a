using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Unknot.Practice.Booking;
using Unknot.Practice.Mail;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.BookingApi;

/// <summary>Reads what a program wants to book, and says of each field what is wrong with it.</summary>
internal sealed class Wishes(PracticeDb db)
{
    private readonly Dictionary<string, string[]> problems = new(StringComparer.Ordinal);

    internal IDictionary<string, string[]> Problems => problems;

    /// <returns>Null when something is wrong: see <see cref="Problems"/>.</returns>
    internal async Task<SessionWish?> ReadAsync(string service, int minutes, IReadOnlyList<Guid> addOns, Guid? therapist, CancellationToken cancellation)
    {
        var found = await db.Services.AsNoTracking().AsSingleQuery().Include(each => each.Lengths).Include(each => each.AddOns).Include(each => each.Therapists)
            .FirstOrDefaultAsync(each => each.Slug == service && each.IsOffered, cancellation);
        if (found is null)
        {
            Say("service", "There is no such service. All are listed at /api/v1/services.");
            return null;
        }

        if (found.Lengths.TrueForAll(length => length.Minutes != minutes))
        {
            Say("minutes", $"'{found.Slug}' is given for {string.Join(", ", found.Lengths.Select(length => length.Minutes).Order())} minutes.");
        }

        if (addOns.FirstOrDefault(id => !found.AddOns.Exists(addOn => addOn.Id.Value == id && addOn.IsOffered)) is var unknown && unknown != Guid.Empty)
        {
            Say("addOns", $"'{found.Slug}' has no add-on '{unknown}'.");
        }
        else if (addOns.Distinct().Count() != addOns.Count)
        {
            Say("addOns", "Each add-on can be had once.");
        }

        if (therapist is { } id && !found.Therapists.Exists(given => given.TherapistId.Value == id))
        {
            Say("therapist", $"No therapist '{id}' gives '{found.Slug}'.");
        }

        return problems.Count > 0 ? null : new SessionWish(found.Id, minutes, [.. addOns.Select(each => new AddOnId(each))], therapist is { } one ? new TherapistId(one) : null);
    }

    internal LocalDate? Day(string field, string text)
    {
        var read = LocalDatePattern.Iso.Parse(text);
        if (!read.Success)
        {
            Say(field, "Write a day as 2026-12-01.");
        }

        return read.Success ? read.Value : null;
    }

    internal Instant? Moment(string field, string text)
    {
        var read = InstantPattern.ExtendedIso.Parse(text);
        if (!read.Success)
        {
            Say(field, "Write an instant as 2026-12-01T14:00:00Z.");
        }

        return read.Success ? read.Value : null;
    }

    internal void Check(BookingDetails details, bool needsConsent)
    {
        SayIf(details.Name.Trim().Length is 0 or > 100 || details.Name.Any(char.IsControl), "name", "Write 1 to 100 characters on one line.");
        SayIf(!MailAddresses.IsPlausible(details.Email.Trim()), "email", "This is no e-mail address.");
        SayIf(details.Phone.Length > 40 || details.Phone.Any(char.IsControl), "phone", "Write at most 40 characters on one line.");
        SayIf(details.Note.Length > 2000 || details.Note.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')), "note", "Write at most 2000 characters.");
        SayIf(details.Language is not ("en" or "es"), "language", "Say en or es.");
        SayIf(needsConsent && details.ConsentVersion != BookingConsent.Version, "consent", $"The client must agree to the text on the booking page; its version is {BookingConsent.Version}.");
    }

    /// <summary>The header that names a request, so that sent twice it is done once.</summary>
    internal Guid? Key(string? text)
    {
        if (Guid.TryParse(text, out var key) && key != Guid.Empty)
        {
            return key;
        }

        Say(HoldTime.KeyHeader, "The header must hold a UUID that is made up for this request.");
        return null;
    }

    internal T OneOf<T>(string field, string text)
        where T : struct, Enum
    {
        // A number is no name.
        if (text.Length > 0 && char.IsLetter(text[0]) && Enum.TryParse<T>(text, out var value))
        {
            return value;
        }

        Say(field, $"Say {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    private void SayIf(bool isWrong, string field, string problem)
    {
        if (isWrong)
        {
            Say(field, problem);
        }
    }

    internal void Say(string field, string problem) => problems.TryAdd(field, [problem]);
}
