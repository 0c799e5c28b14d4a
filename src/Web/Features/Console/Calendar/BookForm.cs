using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary>Fields of the form in which the practice books for a client, as they were sent.</summary>
internal sealed record BookForm
{
    internal const int LongestNote = 2000;

    public required Guid Key { get; init; }

    /// <summary>Service and minutes: <c>id:60</c>.</summary>
    public string Service { get; init; } = "";

    public IReadOnlyList<Guid> AddOns { get; init; } = [];

    public string Therapist { get; init; } = "";

    public string Date { get; init; } = "";

    public string Time { get; init; } = "";

    public string Search { get; init; } = "";

    /// <summary>Id of a client; empty for somebody new.</summary>
    public string Client { get; init; } = "";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Language { get; init; } = "en";

    public string Note { get; init; } = "";

    public bool Outside { get; init; }

    public bool Tell { get; init; } = true;

    public string Every { get; init; } = "1";

    public string Times { get; init; } = "6";

    /// <summary>What was chosen of each date of a series, by its number; dates that are left out are not in it.</summary>
    public IReadOnlyDictionary<int, string> Chosen { get; init; } = new Dictionary<int, string>();

    internal static BookForm? Read(IFormCollection form)
    {
        if (!Guid.TryParse(form["key"], out var key) || form["addOn"].Any(text => !Guid.TryParse(text, out _)))
        {
            return null;
        }

        return new BookForm
        {
            Key = key,
            Service = form["service"].ToString(),
            AddOns = [.. form["addOn"].Select(text => Guid.Parse(text!)).Distinct()],
            Therapist = form["therapist"].ToString(),
            Date = form["date"].ToString(),
            Time = form["time"].ToString(),
            Search = form["search"].ToString().Trim(),
            Client = form["client"].ToString(),
            Name = form["name"].ToString().Trim(),
            Email = form["email"].ToString().Trim(),
            Phone = form["phone"].ToString().Trim(),
            Language = form["language"] == "es" ? "es" : "en",
            Note = form["note"].ToString().Trim(),
            Outside = form["outside"] == "true",
            Tell = form["tell"] == "true",
            Every = form["every"].ToString(),
            Times = form["times"].ToString(),
            Chosen = Enumerable.Range(1, SeriesWish.MostTimes).Where(number => form[$"pick-{number}"].ToString().Length > 0).ToDictionary(number => number, number => form[$"pick-{number}"].ToString()),
        };
    }

    /// <summary>What is wanted, without a look at what there is.</summary>
    /// <returns>Null when service or therapist are none.</returns>
    internal SessionWish? Wish() =>
        Service.Split(':') is [var id, var length] && Guid.TryParse(id, out var service) && int.TryParse(length, out var minutes) && minutes is > 0 and <= 480 && Guid.TryParse(Therapist, out var therapist)
            ? new SessionWish(ServiceId.Of(service), minutes, [.. AddOns.Select(AddOnId.Of)], TherapistId.Of(therapist))
            : null;

    /// <returns>What is wrong with whom it is for; null for nothing.</returns>
    internal string? TroubleWithClient() => this switch
    {
        { Client.Length: > 0 } => Guid.TryParse(Client, out _) ? null : "Choose a client from the list.",
        { Name.Length: 0 } => "Choose a client, or give the name of a new one.",
        { Name.Length: > 100 } => "A name has at most 100 letters.",
        { Email.Length: > 254 } => "This is no e-mail address.",
        { Phone.Length: > 40 } => "A telephone number has at most 40 characters.",
        _ => System.Net.Mail.MailAddress.TryCreate(Email, out var parsed) && parsed.Address == Email ? null : "Give the e-mail address of the new client: the confirmation goes there.",
    };

    internal HostClient For() => new(
        Guid.TryParse(Client, out var known) ? ClientId.Of(known) : null,
        new BookingDetails(Name, Email, Phone, Note, "", Language, null));
}
