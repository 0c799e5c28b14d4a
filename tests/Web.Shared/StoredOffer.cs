using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Shared;

/// <summary>A small practice in New York, open 9 to 17 every day: two therapists, one service, no rooms.</summary>
public sealed record StoredOffer(ServiceId Service, IReadOnlyList<TherapistId> Therapists)
{
    /// <param name="person">The account of the first therapist; null for none.</param>
    public static async Task<StoredOffer> AddAsync(IServiceProvider services, Guid? person = null)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, time) = (scope.ServiceProvider.GetRequiredService<PracticeDb>(), TimeProvider.System);
        var service = new Service
        {
            Id = ServiceId.New(time),
            Slug = $"massage-{Guid.NewGuid():N}",
            Name = "Massage",
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
        service.Lengths.Add(new ServiceLength { ServiceId = service.Id, Minutes = 60, PriceCents = 9_000 });
        var therapists = new[] { "Mara", "Jonas" }.Select((name, number) => new Therapist
        {
            Id = TherapistId.New(time),
            Name = name,
            PersonId = number == 0 ? person : null,
            IsBookable = true,
            Credential = "LMT",
            LicenceNumber = "1",
            LicenceState = "NY",
            Npi = "",
        }).ToList();
        db.Services.Add(service);
        db.Therapists.AddRange(therapists);
        await db.SaveChangesAsync();
        foreach (var therapist in therapists)
        {
            db.Add(new ServiceTherapist { ServiceId = service.Id, TherapistId = therapist.Id });
            db.WorkingWindows.AddRange(Enumerable.Range(1, 7).Select(day => new WorkingWindow
            {
                Id = Guid.CreateVersion7(),
                TherapistId = therapist.Id,
                Day = day,
                StartMinute = 9 * 60,
                EndMinute = 17 * 60,
                ValidFrom = DateOnly.MinValue,
                EveryWeeks = 1,
            }));
        }

        await db.SaveChangesAsync();
        return new StoredOffer(service.Id, therapists.ConvertAll(each => each.Id));
    }

    /// <summary>Puts a session into the calendar as it is, whatever the rules say.</summary>
    public async Task<Appointment> BookAsync(IServiceProvider services, DateTime startsAtUtc, AppointmentState state = AppointmentState.Confirmed, int therapist = 0, string name = "Ada Sample")
    {
        await using var scope = services.CreateAsyncScope();
        var (db, time) = (scope.ServiceProvider.GetRequiredService<PracticeDb>(), TimeProvider.System);
        var client = new Client
        {
            Id = ClientId.New(time),
            Name = name,
            Email = "ada@example.com",
            EmailKey = "ada@example.com",
            Phone = "",
            Language = "en",
            LetterReference = "",
            CreatedAtUtc = time.GetUtcNow().UtcDateTime,
        };
        var appointment = new Appointment
        {
            Id = AppointmentId.New(time),
            TherapistId = Therapists[therapist],
            ServiceId = Service,
            StartsAtUtc = startsAtUtc,
            EndsAtUtc = startsAtUtc.AddHours(1),
            OccupiedFromUtc = startsAtUtc,
            OccupiedToUtc = startsAtUtc.AddMinutes(75),
            State = state,
            ClientId = client.Id,
            AddOns = "",
            PriceCents = 9_000,
            ClientNote = "Left shoulder.",
            ConsentVersion = "",
            CreatedAtUtc = time.GetUtcNow().UtcDateTime,
            Sequence = 0,
            Version = 1,
            RequestKey = Guid.NewGuid(),
        };
        db.Clients.Add(client);
        db.Appointments.Add(appointment);
        await db.SaveChangesAsync();
        return appointment;
    }
}
