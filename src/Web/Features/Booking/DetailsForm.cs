using System.Collections.Immutable;
using Unknot.Practice.Booking;
using Unknot.Practice.Mail;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Booking;

/// <param name="Field">Name of the field, or empty when it is about none.</param>
public sealed record FieldProblem(string Field, string Text);

/// <summary>What was typed into the form of a session: every text as it came.</summary>
public sealed record DetailsForm(string Name, string Email, string Phone, string Note, string BodyMap, bool Agrees)
{
    internal const string NameField = "name";
    internal const string EmailField = "email";
    internal const string PhoneField = "phone";
    internal const string NoteField = "note";
    internal const string MapField = "map";
    internal const string AgreesField = "agrees";
    internal const string MarkField = "form";

    /// <summary>Nobody sees it, so whoever fills it in is a program.</summary>
    internal const string TrapField = "website";

    internal const int MaxNameLength = 100;
    internal const int MaxPhoneLength = 40;
    internal const int MaxNoteLength = 2000;

    /// <summary>Of the text that stands beside the box; a new text gets a new one.</summary>
    internal const string ConsentVersion = BookingConsent.Version;

    internal static DetailsForm Empty { get; } = new("", "", "", "", "", Agrees: false);

    /// <summary>For a form that sends it again without showing it.</summary>
    internal IEnumerable<(string Name, string Value)> Fields =>
    [
        (NameField, Name), (EmailField, Email), (PhoneField, Phone), (NoteField, Note), (MapField, BodyMap), (AgreesField, Agrees ? "yes" : ""),
    ];

    internal static DetailsForm Read(IFormCollection form) => new(
        form[NameField].ToString(), form[EmailField].ToString(), form[PhoneField].ToString(), form[NoteField].ToString(), form[MapField].ToString(), form[AgreesField] == "yes");

    /// <param name="details">What is to be kept; null when something is wrong.</param>
    internal ImmutableArray<FieldProblem> Check(Texts T, BodyMapCheck maps, out BookingDetails? details)
    {
        var (name, email, phone, note) = (Name.Trim(), Email.Trim(), Phone.Trim(), Note.ReplaceLineEndings("\n").Trim());
        var map = BodyMap.Length == 0 ? null : maps.Read(BodyMap);
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        AddIf(name.Length == 0, NameField, T["Please write your name."]);
        AddIf(name.Length > MaxNameLength, NameField, T["The name is too long: at most {0} characters fit.", MaxNameLength]);
        AddIf(name.Any(char.IsControl), NameField, T["There is a character in the name that no name has."]);
        AddIf(email.Length == 0, EmailField, T["Please write your e-mail address: the confirmation goes there."]);
        AddIf(email.Length > 0 && !MailAddresses.IsPlausible(email), EmailField, T["This is no e-mail address. Write it like name@example.com."]);
        AddIf(phone.Length > MaxPhoneLength || phone.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not (' ' or '+' or '-' or '(' or ')' or '.' or '/' or '#')) || (phone.Length > 0 && phone.Count(char.IsAsciiDigit) < 5), PhoneField, T["This is no phone number. You can also leave it empty."]);
        AddIf(note.Length > MaxNoteLength, NoteField, T["The note is too long: at most {0} characters fit.", MaxNoteLength]);
        AddIf(note.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')), NoteField, T["There is a character in the note that no text has."]);
        AddIf(BodyMap.Length > 0 && map is null, MapField, T["The body map could not be read. Book without it, and bring it along."]);
        AddIf(!Agrees, AgreesField, T["Please say that we may keep this: without it we cannot give you a session."]);
        details = problems.Count > 0 ? null : new BookingDetails(name, email, phone, note, ConsentVersion, T.Current, map);
        return problems.ToImmutable();

        void AddIf(bool isWrong, string field, string text)
        {
            if (isWrong)
            {
                problems.Add(new FieldProblem(field, text));
            }
        }
    }
}
