using System.Diagnostics;
using NodaTime;

namespace Unknot.Practice.Booking.News;

internal sealed class SpanishWords : BookingWords
{
    private static readonly string[] Days = ["", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
    private static readonly string[] Months = ["", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    internal override string Hello(string name) => $"Hola, {name}:";

    internal override string Subject(Occasion occasion, string day) => occasion switch
    {
        Occasion.Requested or Occasion.RequestMoved => $"Tu solicitud para el {day}",
        Occasion.Booked => $"Reservada: {day}",
        Occasion.Moved => $"Cambiada al {day}",
        Occasion.Cancelled or Occasion.CancelledByPractice => $"Cancelada: {day}",
        Occasion.Declined => $"No podemos aceptar tu solicitud para el {day}",
        Occasion.Reminder => $"Recordatorio: {day}",
        _ => throw new UnreachableException(),
    };

    internal override string Lead(Occasion occasion, string? before) => occasion switch
    {
        Occasion.Requested => "Tenemos tu solicitud y te guardamos esta hora. Aún no está reservada: recibirás otro correo cuando la hayamos confirmado.",
        Occasion.RequestMoved => $"Tu solicitud ha cambiado de hora. Era para el {before}. Aún no está reservada: recibirás otro correo cuando la hayamos confirmado.",
        Occasion.Booked => "Tu sesión está reservada.",
        Occasion.Moved => $"Tu sesión ha cambiado de hora. Era el {before}.",
        Occasion.Cancelled => "Tu sesión está cancelada. No tienes que hacer nada más.",
        Occasion.CancelledByPractice => "Lo sentimos: hemos tenido que cancelar tu sesión. Elige otra hora o llámanos, por favor.",
        Occasion.Declined => "Lo sentimos: no podemos aceptar tu solicitud para esta hora. Elige otra o llámanos, por favor.",
        Occasion.Reminder => "Te recordamos tu sesión.",
        _ => throw new UnreachableException(),
    };

    internal override string What(string service, int minutes, string addOns, string therapist) =>
        $"{service}, {minutes} minutos{(addOns.Length > 0 ? $" ({addOns})" : "")}, con {therapist}";

    internal override string Price(string amount) => $"Precio: {amount}";

    internal override string Limits(string? move, string? cancel) => (move, cancel) switch
    {
        (null, null) => "Falta muy poco para cambiarla o cancelarla en nuestra página. Llámanos, por favor.",
        ({ } until, null) => $"Puedes cambiarla hasta el {until}. Para cancelarla, llámanos, por favor.",
        (null, { } until) => $"Puedes cancelarla hasta el {until}. Para cambiarla, llámanos, por favor.",
        var (first, second) when first == second => $"Puedes cambiarla o cancelarla hasta el {first}.",
        var (first, second) => $"Puedes cambiarla hasta el {first} y cancelarla hasta el {second}.",
    };

    internal override string Link(string address) => $"Aquí puedes verla, cambiarla o cancelarla:\n{address}\nEste enlace es solo para ti: quien lo tenga puede hacer lo mismo.";

    internal override string JoinedSubject() => "Estás en la lista de espera";

    internal override string Joined(string service, int minutes, string place) =>
        $"Estás en la lista de espera para: {service}, {minutes} minutos.\n\nCuando haya una hora libre que te convenga, te la guardamos dos horas y te escribimos. Si no la quieres, no hagas nada.\n\nMira tu lugar o sal de la lista:\n{place}";

    internal override string OfferSubject(string day) => $"Una hora libre para ti: {day}";

    internal override string Offer(string until) => $"Hay libre una hora como la que pediste. Te la guardamos hasta el {until}:";

    internal override string OfferLink(string hold, string place) =>
        $"Resérvala aquí:\n{hold}\n\nSi no te conviene, no hagas nada: pasará a la siguiente persona y tú seguirás en la lista. Para salir de la lista:\n{place}";

    internal override string Day(LocalDate day) => $"{Days[(int)day.DayOfWeek]}, {day.Day} de {Months[day.Month]} de {day.Year}";

    internal override string Clock(LocalTime time) => $"{time.Hour}:{time.Minute:00}";

    protected override string Number(decimal amount) => With(amount, ",");

    protected override string Span(string from, string to, string zone) => $"de {from} a {to} {zone}";
}
