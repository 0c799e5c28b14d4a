using System.Diagnostics;
using System.Globalization;
using NodaTime;

namespace Unknot.Practice.Booking.News;

internal sealed class EnglishWords : BookingWords
{
    internal override string Hello(string name) => $"Hello {name},";

    internal override string Subject(Occasion occasion, string day) => occasion switch
    {
        Occasion.Requested or Occasion.RequestMoved => $"Your request for {day}",
        Occasion.Booked => $"Booked: {day}",
        Occasion.Moved => $"Moved to {day}",
        Occasion.Cancelled or Occasion.CancelledByPractice => $"Cancelled: {day}",
        Occasion.Declined => $"Your request for {day} could not be taken",
        Occasion.Reminder => $"Reminder: {day}",
        _ => throw new UnreachableException(),
    };

    internal override string Lead(Occasion occasion, string? before) => occasion switch
    {
        Occasion.Requested => "We have your request and keep this time for you. It is not booked yet: you get another mail when we have confirmed it.",
        Occasion.RequestMoved => $"Your request has been moved. It was for {before}. It is not booked yet: you get another mail when we have confirmed it.",
        Occasion.Booked => "Your session is booked.",
        Occasion.Moved => $"Your session has been moved. It was on {before}.",
        Occasion.Cancelled => "Your session is cancelled. There is nothing more to do.",
        Occasion.CancelledByPractice => "We are sorry: we had to cancel your session. Please choose another time, or call us.",
        Occasion.Declined => "We are sorry: we cannot take your request for this time. Please choose another one, or call us.",
        Occasion.Reminder => "This is a reminder of your session.",
        _ => throw new UnreachableException(),
    };

    internal override string What(string service, int minutes, string addOns, string therapist) =>
        $"{service}, {minutes} minutes{(addOns.Length > 0 ? $" ({addOns})" : "")}, with {therapist}";

    internal override string Price(string amount) => $"Price: {amount}";

    internal override string Limits(string? move, string? cancel) => (move, cancel) switch
    {
        (null, null) => "It is too close to be moved or cancelled on our page. Please call us.",
        ({ } until, null) => $"You can move it until {until}. To cancel it, please call us.",
        (null, { } until) => $"You can cancel it until {until}. To move it, please call us.",
        var (first, second) when first == second => $"You can move or cancel it until {first}.",
        var (first, second) => $"You can move it until {first}, and cancel it until {second}.",
    };

    internal override string Link(string address) => $"See, move or cancel it here:\n{address}\nThis link is for you alone: whoever has it can do the same.";

    internal override string JoinedSubject() => "You are on the waiting list";

    internal override string Joined(string service, int minutes, string place) =>
        $"You are on the waiting list for: {service}, {minutes} minutes.\n\nWhen a time that suits you is free we hold it for you for two hours and write to you. If you do not want it, do nothing.\n\nSee your place, or leave the list:\n{place}";

    internal override string OfferSubject(string day) => $"A free time for you: {day}";

    internal override string Offer(string until) => $"A time that you asked for is free. We hold it for you until {until}:";

    internal override string OfferLink(string hold, string place) =>
        $"Book it here:\n{hold}\n\nIf it does not suit you, do nothing: it then goes to the next person, and you stay on the list. To leave the list:\n{place}";

    internal override string Day(LocalDate day) => day.ToString("dddd, MMMM d, yyyy", CultureInfo.InvariantCulture);

    internal override string Clock(LocalTime time) => $"{(time.Hour + 11) % 12 + 1}:{time.Minute:00} {(time.Hour < 12 ? "am" : "pm")}";

    protected override string Number(decimal amount) => With(amount, ".");

    protected override string Span(string from, string to, string zone) => $"{from} to {to} {zone}";
}
