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
        Occasion.Requested or Occasion.RequestMoved => $"Su solicitud para el {day}",
        Occasion.Booked => $"Reservada: {day}",
        Occasion.Moved => $"Cambiada al {day}",
        Occasion.Cancelled or Occasion.CancelledByPractice => $"Cancelada: {day}",
        Occasion.Declined => $"No podemos aceptar su solicitud para el {day}",
        Occasion.Reminder => $"Recordatorio: {day}",
        _ => throw new UnreachableException(),
    };

    internal override string Lead(Occasion occasion, string? before) => occasion switch
    {
        Occasion.Requested => "Tenemos su solicitud y le guardamos esta hora. Aún no está reservada: recibirá otro correo cuando la hayamos confirmado.",
        Occasion.RequestMoved => $"Su solicitud ha cambiado de hora. Era para el {before}. Aún no está reservada: recibirá otro correo cuando la hayamos confirmado.",
        Occasion.Booked => "Su sesión está reservada.",
        Occasion.Moved => $"Su sesión ha cambiado de hora. Era el {before}.",
        Occasion.Cancelled => "Su sesión está cancelada. No tiene que hacer nada más.",
        Occasion.CancelledByPractice => "Lo sentimos: hemos tenido que cancelar su sesión. Elija otra hora o llámenos, por favor.",
        Occasion.Declined => "Lo sentimos: no podemos aceptar su solicitud para esta hora. Elija otra o llámenos, por favor.",
        Occasion.Reminder => "Le recordamos su sesión.",
        _ => throw new UnreachableException(),
    };

    internal override string What(string service, int minutes, string addOns, string therapist) =>
        $"{service}, {minutes} minutos{(addOns.Length > 0 ? $" ({addOns})" : "")}, con {therapist}";

    internal override string Price(string amount) => $"Precio: {amount}";

    internal override string Limits(string? move, string? cancel) => (move, cancel) switch
    {
        (null, null) => "Falta muy poco para cambiarla o cancelarla en nuestra página. Llámenos, por favor.",
        ({ } until, null) => $"Puede cambiarla hasta el {until}. Para cancelarla, llámenos, por favor.",
        (null, { } until) => $"Puede cancelarla hasta el {until}. Para cambiarla, llámenos, por favor.",
        var (first, second) when first == second => $"Puede cambiarla o cancelarla hasta el {first}.",
        var (first, second) => $"Puede cambiarla hasta el {first} y cancelarla hasta el {second}.",
    };

    internal override string Link(string address) => $"Véala, cámbiela o cancélela aquí:\n{address}\nEste enlace es solo para usted: quien lo tenga puede hacer lo mismo.";

    internal override string JoinedSubject() => "Está en la lista de espera";

    internal override string Joined(string service, int minutes, string place) =>
        $"Está en la lista de espera para: {service}, {minutes} minutos.\n\nCuando haya una hora libre que le convenga, se la guardamos dos horas y le escribimos. Si no la quiere, no haga nada.\n\nVea su lugar o salga de la lista:\n{place}";

    internal override string OfferSubject(string day) => $"Una hora libre para usted: {day}";

    internal override string Offer(string until) => $"Hay libre una hora como la que pidió. Se la guardamos hasta el {until}:";

    internal override string OfferLink(string hold, string place) =>
        $"Resérvela aquí:\n{hold}\n\nSi no le conviene, no haga nada: pasará a la siguiente persona y usted seguirá en la lista. Para salir de la lista:\n{place}";

    internal override string Day(LocalDate day) => $"{Days[(int)day.DayOfWeek]}, {day.Day} de {Months[day.Month]} de {day.Year}";

    internal override string Clock(LocalTime time) => $"{time.Hour}:{time.Minute:00}";

    protected override string Number(decimal amount) => With(amount, ",");

    protected override string Span(string from, string to, string zone) => $"de {from} a {to} {zone}";
}
