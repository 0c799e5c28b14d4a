using NodaTime;
using Unknot.Practice.Booking;

namespace Unknot.Practice.Shared;

/// <summary>A small practice in New York: one service, open 9 to 17 every day unless told otherwise.</summary>
public sealed class APractice
{
    /// <summary>Monday, 2 March 2026, 8:00 in New York.</summary>
    public static readonly DateTime Start = new(2026, 3, 2, 13, 0, 0, DateTimeKind.Utc);

    public required ServiceId Service { get; init; }

    public required IReadOnlyList<TherapistId> Therapists { get; init; }

    public required IReadOnlyList<RoomId> Rooms { get; init; }

    public required AddOnId AddOn { get; init; }

    /// <summary>An hour with the first therapist.</summary>
    public SessionWish Hour => new(Service, 60, [], Therapists[0]);

    /// <summary>An hour with whoever is free.</summary>
    public SessionWish HourWithAnybody => new(Service, 60, [], null);

    /// <summary>So much after midnight of 2 March 2026 in New York.</summary>
    public static Instant At(int hours, int minutes = 0) => Instant.FromUtc(2026, 3, 2, 5, 0) + Duration.FromHours(hours) + Duration.FromMinutes(minutes);

    public static async Task<APractice> InAsync(TestStore store, int therapists = 1, int rooms = 0, Action<Service>? change = null)
    {
        await using var db = store.Open();
        var time = TimeProvider.System;
        var service = new Service
        {
            Id = ServiceId.New(time),
            Slug = "massage",
            Name = "Therapeutic massage",
            Description = "",
            IsOffered = true,
            BufferBeforeMinutes = 0,
            BufferAfterMinutes = 15,
            StepMinutes = 15,
            NoticeMinutes = 60,
            WindowDays = 60,
            MoveHours = 24,
            CancelHours = 24,
            NeedsApproval = false,
            Order = 1,
        };
        service.Lengths.AddRange([new ServiceLength { ServiceId = service.Id, Minutes = 60, PriceCents = 9_000 }, new ServiceLength { ServiceId = service.Id, Minutes = 90, PriceCents = 13_000 }]);
        var addOn = new AddOn { Id = AddOnId.New(time), ServiceId = service.Id, Name = "Hot stones", Minutes = 15, PriceCents = 2_000, IsOffered = true };
        service.AddOns.Add(addOn);
        change?.Invoke(service);
        db.Services.Add(service);
        var people = Enumerable.Range(1, therapists).Select(number => new Therapist
        {
            Id = TherapistId.New(time),
            Name = $"Therapist {number}",
            IsBookable = true,
            Credential = "LMT",
            LicenceNumber = "1",
            LicenceState = "NY",
            Npi = "",
        }).ToList();
        var places = Enumerable.Range(1, rooms).Select(number => new Room { Id = RoomId.New(time), Name = $"Room {number}", IsOffered = true }).ToList();
        db.Therapists.AddRange(people);
        db.Rooms.AddRange(places);
        await db.SaveChangesAsync();
        foreach (var person in people)
        {
            db.Add(new ServiceTherapist { ServiceId = service.Id, TherapistId = person.Id });
            db.WorkingWindows.AddRange(Enumerable.Range(1, 7).Select(day => new WorkingWindow
            {
                Id = Guid.CreateVersion7(),
                TherapistId = person.Id,
                Day = day,
                StartMinute = 9 * 60,
                EndMinute = 17 * 60,
                ValidFrom = DateOnly.MinValue,
                EveryWeeks = 1,
            }));
        }

        db.AddRange(places.Select(place => new ServiceRoom { ServiceId = service.Id, RoomId = place.Id }));
        await db.SaveChangesAsync();
        return new APractice { Service = service.Id, Therapists = people.ConvertAll(each => each.Id), Rooms = places.ConvertAll(each => each.Id), AddOn = addOn.Id };
    }
}
