using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Hosting;

/// <summary>What the made-up practice offers, who works there, and a few sessions that are booked already.</summary>
internal sealed class SampleOffer(PracticeDb db, OfferBook offers, TimeProvider time)
{
    private static readonly string[] Names = ["Ada Sample", "Ben Example", "Cleo Placeholder", "Dev Specimen", "Eli Sample", "Flo Example"];

    internal async Task AddAsync(CancellationToken cancellation)
    {
        var (rooms, therapists) = (new[] { Room("Garden room"), Room("Street room") }, new[] { Therapist("Mara Reed", "LMT"), Therapist("Jonas Hollow", "LMT") });
        db.Rooms.AddRange(rooms);
        db.Therapists.AddRange(therapists);
        var services = new[]
        {
            Service("trigger-point-session", "Trigger point session", "We look for the points behind your pain, press them, and show you what you can do yourself.", 1, (60, 9_500), (90, 13_500)),
            Service("relaxing-massage", "Relaxing massage", "A quiet full-body massage without looking for points.", 2, (60, 8_500), (90, 12_000)),
            Service("first-visit", "First visit", "Talking, the body map, and a first treatment.", 0, (75, 10_500)),
        };
        services[0].AddOns.Add(new AddOn { Id = AddOnId.New(time), ServiceId = services[0].Id, Name = "Ball and stretch lesson", Minutes = 15, PriceCents = 2_000, IsOffered = true });
        db.Services.AddRange(services);
        await db.SaveChangesAsync(cancellation);
        foreach (var service in services)
        {
            db.AddRange(rooms.Select(room => new ServiceRoom { ServiceId = service.Id, RoomId = room.Id }));
            db.AddRange(therapists.Select(therapist => new ServiceTherapist { ServiceId = service.Id, TherapistId = therapist.Id }));
        }

        db.WorkingWindows.AddRange(Enumerable.Range(1, 4).SelectMany(day => (WorkingWindow[])[Window(therapists[0], day, 9, 13), Window(therapists[0], day, 14, 18)]));
        db.WorkingWindows.Add(Window(therapists[0], 5, 9, 13));
        db.WorkingWindows.AddRange(Window(therapists[1], 2, 10, 18), Window(therapists[1], 4, 10, 18));
        db.WorkingWindows.Add(Window(therapists[1], 6, 10, 14));
        await db.SaveChangesAsync(cancellation);
        await BookSomeAsync(services[0], cancellation);
    }

    private async Task BookSomeAsync(Service service, CancellationToken cancellation)
    {
        // Nobody is told: these people do not exist.
        var desk = new BookingDesk(db, offers, [], time);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var wish = new SessionWish(service.Id, 60, [], null);
        for (var number = 0; number < Names.Length; number++)
        {
            var offer = await offers.ReadAsync(wish, now, now, now + Duration.FromDays(14), null, cancellation);
            var free = offer!.FreeTimes(now, now, now + Duration.FromDays(14));
            var start = free[free.Count * number / Names.Length].Start;
            if (await desk.HoldAsync(wish, start, Guid.CreateVersion7(), cancellation) is BookingOutcome.Done held)
            {
                var mail = Names[number].Split(' ')[0].ToLowerInvariant() + "@example.com";
                await desk.BookAsync(held.Appointment.Id, new BookingDetails(Names[number], mail, $"(555) 555-010{number}", "", "1", "en", null), cancellation);
            }
        }
    }

    private Room Room(string name) => new() { Id = RoomId.New(time), Name = name, IsOffered = true };

    private Therapist Therapist(string name, string credential) => new()
    {
        Id = TherapistId.New(time),
        Name = name,
        IsBookable = true,
        MostMinutesADay = 360,
        Credential = credential,
        LicenceNumber = "000000",
        LicenceState = "NY",
        Npi = "",
    };

    private static WorkingWindow Window(Therapist therapist, int day, int from, int to) => new()
    {
        Id = Guid.CreateVersion7(),
        TherapistId = therapist.Id,
        Day = day,
        StartMinute = from * 60,
        EndMinute = to * 60,
        ValidFrom = DateOnly.MinValue,
        EveryWeeks = 1,
    };

    private Service Service(string slug, string name, string description, int order, params (int Minutes, int Cents)[] lengths)
    {
        var service = new Service
        {
            Id = ServiceId.New(time),
            Slug = slug,
            Name = name,
            Description = description,
            IsOffered = true,
            BufferBeforeMinutes = 0,
            BufferAfterMinutes = 15,
            StepMinutes = 15,
            NoticeMinutes = 120,
            WindowDays = 60,
            MoveHours = 24,
            CancelHours = 24,
            NeedsApproval = false,
            Order = order,
        };
        service.Lengths.AddRange(lengths.Select(length => new ServiceLength { ServiceId = service.Id, Minutes = length.Minutes, PriceCents = length.Cents }));
        return service;
    }
}
