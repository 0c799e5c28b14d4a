using System.Collections.Immutable;
using System.Globalization;

namespace Unknot.Practice.Booking;

/// <summary>What somebody wrote into the form of a service: every text as it came, nothing checked.</summary>
public sealed record ServiceDraft
{
    public required string Name { get; init; }

    /// <summary>Empty for one that is made from the name.</summary>
    public required string Slug { get; init; }

    public required string Description { get; init; }

    public required bool IsOffered { get; init; }

    public required string BufferBefore { get; init; }

    public required string BufferAfter { get; init; }

    public required string Step { get; init; }

    /// <summary>In minutes.</summary>
    public required string Notice { get; init; }

    /// <summary>In days.</summary>
    public required string Window { get; init; }

    public required string MoveHours { get; init; }

    public required string CancelHours { get; init; }

    public required bool NeedsApproval { get; init; }

    public required string Order { get; init; }

    /// <summary>Rows that are empty count for nothing.</summary>
    public required ImmutableArray<LengthDraft> Lengths { get; init; }

    /// <summary>Rows that are empty count for nothing.</summary>
    public required ImmutableArray<AddOnDraft> AddOns { get; init; }

    /// <summary>Ids.</summary>
    public required ImmutableArray<string> Therapists { get; init; }

    /// <summary>Ids; none when it needs no room.</summary>
    public required ImmutableArray<string> Rooms { get; init; }

    /// <summary>Of what was read before it was changed; empty for a new one.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The form of a service that is not there yet.</summary>
    public static ServiceDraft New(int order, IEnumerable<TherapistId> therapists, IEnumerable<RoomId> rooms) => new()
    {
        Name = "",
        Slug = "",
        Description = "",
        IsOffered = true,
        BufferBefore = "0",
        BufferAfter = "15",
        Step = "15",
        Notice = "120",
        Window = "60",
        MoveHours = "24",
        CancelHours = "24",
        NeedsApproval = false,
        Order = Number(order),
        Lengths = [],
        AddOns = [],
        Therapists = [.. therapists.Select(id => id.ToString())],
        Rooms = [.. rooms.Select(id => id.ToString())],
        Fingerprint = "",
    };

    /// <param name="service">With lengths, add-ons, therapists and rooms.</param>
    public static ServiceDraft From(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        var draft = new ServiceDraft
        {
            Name = service.Name,
            Slug = service.Slug,
            Description = service.Description,
            IsOffered = service.IsOffered,
            BufferBefore = Number(service.BufferBeforeMinutes),
            BufferAfter = Number(service.BufferAfterMinutes),
            Step = Number(service.StepMinutes),
            Notice = Number(service.NoticeMinutes),
            Window = Number(service.WindowDays),
            MoveHours = Number(service.MoveHours),
            CancelHours = Number(service.CancelHours),
            NeedsApproval = service.NeedsApproval,
            Order = Number(service.Order),
            Lengths = [.. service.Lengths.OrderBy(length => length.Minutes).Select(length => new LengthDraft(Number(length.Minutes), Prices.Write(length.PriceCents)))],
            AddOns = [.. service.AddOns.OrderBy(addOn => addOn.Name, StringComparer.Ordinal).ThenBy(addOn => addOn.Id.Value).Select(addOn =>
                new AddOnDraft(addOn.Id.ToString(), addOn.Name, Number(addOn.Minutes), Prices.Write(addOn.PriceCents), addOn.IsOffered))],
            Therapists = [.. service.Therapists.Select(given => given.TherapistId.ToString()).Order(StringComparer.Ordinal)],
            Rooms = [.. service.Rooms.Select(given => given.RoomId.ToString()).Order(StringComparer.Ordinal)],
            Fingerprint = "",
        };
        return draft with { Fingerprint = Booking.Parts.Fingerprint(draft.Parts()) };
    }

    internal IEnumerable<(string Name, string Value)> Parts() =>
    [
        ("name", Name), ("address", Slug), ("description", Description), ("offered", IsOffered ? "yes" : "no"),
        ("buffer before", BufferBefore), ("buffer after", BufferAfter), ("step", Step), ("notice", Notice), ("window", Window),
        ("limit for moving", MoveHours), ("limit for cancelling", CancelHours), ("approval", NeedsApproval ? "yes" : "no"), ("order", Order),
        ("lengths", string.Join('\n', Lengths.Select(length => $"{length.Minutes}={length.Price}"))),
        ("add-ons", string.Join('\n', AddOns.Select(addOn => $"{addOn.Id}|{addOn.Minutes}|{addOn.Price}|{addOn.IsOffered}|{addOn.Name}"))),
        ("therapists", string.Join(' ', Therapists)), ("rooms", string.Join(' ', Rooms)),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row of the form: a length with its price.</summary>
public sealed record LengthDraft(string Minutes, string Price)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Minutes) && string.IsNullOrWhiteSpace(Price);
}

/// <summary>A row of the form: an add-on.</summary>
/// <param name="Id">Empty for a new one.</param>
public sealed record AddOnDraft(string Id, string Name, string Minutes, string Price, bool IsOffered)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Minutes) && string.IsNullOrWhiteSpace(Price);
}
