using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Booking;

/// <summary>What a client has chosen of a service, as addresses and forms carry it.</summary>
/// <param name="Therapist">Null for whoever is free.</param>
public sealed record Choice(Service Service, int Minutes, ImmutableArray<AddOnId> AddOns, TherapistId? Therapist)
{
    internal const string MinutesField = "minutes";
    internal const string AddOnField = "addon";
    internal const string TherapistField = "therapist";

    internal SessionWish Wish => new(Service.Id, Minutes, AddOns, Therapist);

    /// <summary>For addresses, without a question mark.</summary>
    internal string Query => string.Join('&', Fields.Select(each => $"{each.Name}={each.Value}"));

    internal IEnumerable<(string Name, string Value)> Fields =>
    [
        (MinutesField, Minutes.ToString(CultureInfo.InvariantCulture)),
        .. AddOns.Select(addOn => (AddOnField, addOn.ToString())),
        .. Therapist is { } therapist ? [(TherapistField, therapist.ToString())] : Array.Empty<(string, string)>(),
    ];

    /// <param name="fields">Of a query or a form; without a length the shortest is meant.</param>
    /// <returns>Null when something of it is not on offer.</returns>
    internal static Choice? Read(Service service, Func<string, StringValues> fields)
    {
        var minutes = service.Lengths.Min(length => length.Minutes);
        if (fields(MinutesField) is [{ Length: > 0 } wanted] && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out minutes) || service.Lengths.All(length => length.Minutes != minutes)))
        {
            return null;
        }

        var addOns = ImmutableArray.CreateBuilder<AddOnId>();
        foreach (var text in fields(AddOnField))
        {
            if (!Guid.TryParse(text, out var id) || service.AddOns.Find(addOn => addOn.Id.Value == id && addOn.IsOffered) is not { } known || addOns.Contains(known.Id))
            {
                return null;
            }

            addOns.Add(known.Id);
        }

        TherapistId? therapist = null;
        if (fields(TherapistField) is [{ Length: > 0 } name])
        {
            if (!Guid.TryParse(name, out var id) || service.Therapists.Find(given => given.TherapistId.Value == id) is not { } given)
            {
                return null;
            }

            therapist = given.TherapistId;
        }

        return new Choice(service, minutes, addOns.ToImmutable(), therapist);
    }
}
