using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Tests.Front;

namespace Unknot.Web.Tests.Post;

/// <summary>What the pages of the waiting list and the calendars need to be there: one service and who gives it, who has no hours, so that nothing is free by itself.</summary>
internal static class PostSite
{
    public const string Slug = "massage";

    public static Therapist Therapist(string name = "Mara Reed", string? feedHash = null) => new()
    {
        Id = TherapistId.New(TimeProvider.System),
        Name = name,
        IsBookable = true,
        Credential = "LMT",
        LicenceNumber = "1",
        LicenceState = "NY",
        Npi = "",
        FeedHash = feedHash,
    };

    public static async Task<(ServiceId Service, TherapistId Therapist)> OfferAsync(PracticeSite site, string? feedHash = null)
    {
        var therapist = Therapist(feedHash: feedHash);
        var service = new Service
        {
            Id = ServiceId.New(TimeProvider.System),
            Slug = Slug,
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
        service.Lengths.Add(new ServiceLength { ServiceId = service.Id, Minutes = 60, PriceCents = 9_000 });
        service.Therapists.Add(new ServiceTherapist { ServiceId = service.Id, TherapistId = therapist.Id });
        await AddAsync(site, therapist, service);
        return (service.Id, therapist.Id);
    }

    public static async Task<AppointmentId> SessionAsync(PracticeSite site, ServiceId service, TherapistId therapist, DateTime start, AppointmentState state = AppointmentState.Confirmed, int sequence = 0)
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var client = state is AppointmentState.Held ? null : new Client
        {
            Id = ClientId.New(TimeProvider.System),
            Name = "Ada Sample",
            Email = "ada@example.com",
            EmailKey = "ada@example.com",
            Phone = "",
            Language = "en",
            LetterReference = "",
            CreatedAtUtc = now,
        };
        var appointment = new Appointment
        {
            Id = AppointmentId.New(TimeProvider.System),
            TherapistId = therapist,
            ServiceId = service,
            StartsAtUtc = start,
            EndsAtUtc = start.AddHours(1),
            OccupiedFromUtc = start,
            OccupiedToUtc = start.AddHours(1),
            State = state,
            HoldEndsAtUtc = state is AppointmentState.Held ? now.AddHours(2) : null,
            ClientId = client?.Id,
            AddOns = "",
            PriceCents = 9_000,
            ClientNote = "Left shoulder",
            ConsentVersion = "1",
            CreatedAtUtc = now,
            Sequence = sequence,
            Version = 1,
            RequestKey = Guid.NewGuid(),
        };
        await AddAsync(site, client is null ? [appointment] : [client, appointment]);
        return appointment.Id;
    }

    public static async Task AddAsync(PracticeSite site, params object[] rows)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
