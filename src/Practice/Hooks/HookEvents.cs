using System.Collections.Immutable;
using Unknot.Practice.Booking;

namespace Unknot.Practice.Hooks;

/// <summary>Names of what a webhook is told. They are in programs of others: add new ones, never rename.</summary>
public static class HookEvents
{
    public const string Requested = "appointment.requested";
    public const string Booked = "appointment.booked";
    public const string Moved = "appointment.moved";
    public const string Cancelled = "appointment.cancelled";

    /// <summary>Somebody of the practice tries whether the address answers.</summary>
    public const string Test = "webhook.test";

    /// <summary>Those that a webhook can be told.</summary>
    public static ImmutableArray<string> All { get; } = [Requested, Booked, Moved, Cancelled];

    internal static string Of(AppointmentChange change) => change switch
    {
        AppointmentChange.Requested => Requested,
        AppointmentChange.Booked => Booked,
        AppointmentChange.Moved => Moved,
        AppointmentChange.Cancelled => Cancelled,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
