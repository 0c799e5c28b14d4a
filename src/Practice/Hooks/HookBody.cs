using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unknot.Practice.Hooks;

/// <summary>What a webhook is sent: ids and times. Never who somebody is or what hurts.</summary>
/// <param name="Id">Of this event; the same however often it is sent.</param>
/// <param name="At">When it happened.</param>
/// <param name="Appointment">Null in a test.</param>
internal sealed record HookBody(Guid Id, string Event, DateTime At, HookAppointment? Appointment)
{
    internal string Json() => JsonSerializer.Serialize(this, HookJson.Default.HookBody);
}

/// <param name="Service">Its name in addresses.</param>
/// <param name="State"><c>pending</c>, <c>confirmed</c>, <c>cancelled</c>, …</param>
/// <param name="Sequence">Rises with every change: what arrives with a lower one is older.</param>
internal sealed record HookAppointment(Guid Id, string Service, Guid Therapist, DateTime Start, DateTime End, string State, int Sequence);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HookBody))]
internal sealed partial class HookJson : JsonSerializerContext;
