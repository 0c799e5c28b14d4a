namespace Unknot.Practice.Booking;

/// <summary>A <see cref="ServiceDraft"/> as it was understood.</summary>
internal sealed class ServiceReading
{
    internal required string Name { get; init; }

    internal required string Description { get; init; }

    internal required bool IsOffered { get; init; }

    internal required int BufferBefore { get; init; }

    internal required int BufferAfter { get; init; }

    internal required int Step { get; init; }

    internal required int Notice { get; init; }

    internal required int Window { get; init; }

    internal required int MoveHours { get; init; }

    internal required int CancelHours { get; init; }

    internal required bool NeedsApproval { get; init; }

    internal required int Order { get; init; }

    /// <summary>Price in cents by minutes.</summary>
    internal Dictionary<int, int> Lengths { get; } = [];

    internal List<(string Id, string Name, int Minutes, int Cents, bool IsOffered)> AddOns { get; } = [];

    internal Service New(ServiceId id, string slug) => new()
    {
        Id = id,
        Slug = slug,
        Name = Name,
        Description = Description,
        IsOffered = IsOffered,
        BufferBeforeMinutes = BufferBefore,
        BufferAfterMinutes = BufferAfter,
        StepMinutes = Step,
        NoticeMinutes = Notice,
        WindowDays = Window,
        MoveHours = MoveHours,
        CancelHours = CancelHours,
        NeedsApproval = NeedsApproval,
        Order = Order,
    };

    internal void WriteTo(Service service)
    {
        service.Name = Name;
        service.Description = Description;
        service.IsOffered = IsOffered;
        service.BufferBeforeMinutes = BufferBefore;
        service.BufferAfterMinutes = BufferAfter;
        service.StepMinutes = Step;
        service.NoticeMinutes = Notice;
        service.WindowDays = Window;
        service.MoveHours = MoveHours;
        service.CancelHours = CancelHours;
        service.NeedsApproval = NeedsApproval;
        service.Order = Order;
    }
}
