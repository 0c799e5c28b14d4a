using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Unknot.Practice.Mail;
using Unknot.Practice.Pictures;

namespace Unknot.Practice.Site;

/// <summary>Everything that is wrong with a draft of the settings, at once.</summary>
internal static partial class SettingsCheck
{
    private const int MaxPageLength = 20_000;

    internal static ImmutableArray<SettingsProblem> Of(SettingsDraft draft)
    {
        var problems = ImmutableArray.CreateBuilder<SettingsProblem>();
        Line(nameof(draft.Name), draft.Name, "The name", 100, isNeeded: true);
        Line(nameof(draft.Tagline), draft.Tagline, "The line under the name", 200);
        Line(nameof(draft.Street), draft.Street, "The street", 200);
        Line(nameof(draft.City), draft.City, "The city", 100);
        Line(nameof(draft.Region), draft.Region, "The state", 100);
        Line(nameof(draft.PostalCode), draft.PostalCode, "The postal code", 20);
        Page(nameof(draft.About), draft.About, "The page about the practice");
        Page(nameof(draft.PrivacyNote), draft.PrivacyNote, "The note on privacy");
        Page(nameof(draft.Terms), draft.Terms, "The terms");
        Address();
        if (draft.Phone.Trim() is { Length: > 0 } phone && !IsPhone(phone))
        {
            Add(nameof(draft.Phone), "This is no telephone number: 7 to 15 digits, with + ( ) - . and spaces between them, and “ext. 12” at the end if need be.");
        }

        if (draft.Email.Trim() is { Length: > 0 } email && !MailAddresses.IsPlausible(email))
        {
            Add(nameof(draft.Email), "This is no e-mail address. Write it like “hello@example.com”.");
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(draft.TimeZone.Trim()) is null)
        {
            Add(nameof(draft.TimeZone), "There is no such time zone. Write its name in the IANA database, like “America/New_York”.");
        }

        if (draft.Hours.Length > 1000)
        {
            Add(nameof(draft.Hours), "The hours are longer than 1,000 characters.");
        }
        else if (!OpeningHours.TryParse(draft.Hours, out _, out var trouble))
        {
            Add(nameof(draft.Hours), trouble);
        }

        if (draft.Logo.Length > 0 && LogoOf(draft) is null)
        {
            Add(nameof(draft.Logo), "This names no picture. Please choose one from the list.");
        }

        Colour(nameof(draft.AccentLight), draft.AccentLight, "light", Accent.LightGrounds);
        Colour(nameof(draft.AccentDark), draft.AccentDark, "dark", Accent.DarkGrounds);
        return problems.ToImmutable();

        void Add(string field, string text) => problems.Add(new SettingsProblem(field, text));

        void Line(string field, string text, string what, int most, bool isNeeded = false)
        {
            text = text.Trim();
            if (isNeeded && text.Length == 0)
            {
                Add(field, $"{what} is missing.");
            }
            else if (text.Length > most)
            {
                Add(field, $"{what} has {Number(text.Length)} characters; at most {Number(most)} fit.");
            }
            else if (text.Any(char.IsControl))
            {
                Add(field, $"{what} must be one line without control characters.");
            }
        }

        void Page(string field, string text, string what)
        {
            if (text.Length > MaxPageLength)
            {
                Add(field, $"{what} has {Number(text.Length)} characters; at most {Number(MaxPageLength)} fit.");
            }
            else if (text.Contains('\0', StringComparison.Ordinal))
            {
                Add(field, $"{what} holds a character that no text has (U+0000).");
            }
            else if (!PlainMarkdown.CanRead(text))
            {
                Add(field, $"{what} nests lists or quotations too deeply.");
            }
        }

        void Address()
        {
            var country = draft.Country.Trim();
            if (country.Length > 0 && !Country().IsMatch(country))
            {
                Add(nameof(draft.Country), "A country is two capital letters of ISO 3166, like “US”.");
            }

            // Half an address helps nobody to find it.
            if (new[] { draft.Street, draft.City, draft.Region, draft.PostalCode, country }.All(string.IsNullOrWhiteSpace))
            {
                return;
            }

            foreach (var (field, _, what) in new[] { (nameof(draft.Street), draft.Street, "street"), (nameof(draft.City), draft.City, "city"), (nameof(draft.Country), country, "country") }
                .Where(each => string.IsNullOrWhiteSpace(each.Item2)))
            {
                Add(field, $"An address needs its {what}; leave all of it empty to show none.");
            }
        }

        void Colour(string field, string text, string theme, ImmutableArray<Rgb> grounds)
        {
            if (text.Trim() is not { Length: > 0 } written)
            {
                return;
            }

            if (!Rgb.TryParse(written, out var colour))
            {
                Add(field, "A colour is written like “#0f5c63”.");
            }
            else if (Accent.WorstContrast(colour, grounds) is var ratio and < Accent.Enough)
            {
                // Cut, not rounded: 4.496 is not 4.5.
                Add(field, $"This colour is too hard to read on {theme} pages: its contrast is {(Math.Floor(ratio * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture)}, and 4.50 is needed.");
            }
        }
    }

    /// <returns>Null for none, and for a text that names none.</returns>
    internal static PictureId? LogoOf(SettingsDraft draft) => Guid.TryParseExact(draft.Logo, "D", out var id) ? PictureId.Of(id) : null;

    private static bool IsPhone(string text) => text.Length <= 40 && Phone().Match(text) is { Success: true } match && match.Groups["number"].Value.Count(char.IsAsciiDigit) is >= 7 and <= 15;

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<number>\+?[0-9(][0-9 ().-]*)( ?(ext\.?|x) ?[0-9]{1,6})?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\A[A-Z]{2}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Country();
}
