using Unknot.Practice.Booking;

namespace Unknot.Practice.Shared;

/// <summary>A client and their sessions, put into the store as they are, without booking.</summary>
public static class GivenVisit
{
    /// <summary>Adds a client.</summary>
    /// <param name="email">Empty for none.</param>
    public static async Task<ClientId> ClientAsync(TestStore store, string name = "Ada", string email = "ada@example.com", Action<Client>? change = null)
    {
        await using var db = store.Open();
        var client = new Client
        {
            Id = ClientId.New(TimeProvider.System),
            Name = name,
            Email = email,
            EmailKey = email.ToLowerInvariant(),
            Phone = "212-555-0134",
            Language = "en",
            LetterReference = "",
            CreatedAtUtc = APractice.Start,
        };
        change?.Invoke(client);
        db.Clients.Add(client);
        await db.SaveChangesAsync();
        return client.Id;
    }

    /// <summary>Adds a session of an hour that was given, unless told otherwise.</summary>
    /// <param name="hour">After midnight of 2 March 2026 in New York.</param>
    /// <param name="therapist">Place in the practice's list.</param>
    public static async Task<AppointmentId> WithAsync(
        TestStore store, APractice practice, ClientId client, int hour = 9, AppointmentState state = AppointmentState.Done, int therapist = 0, string note = "", string? map = null)
    {
        await using var db = store.Open();
        var (starts, ends) = (APractice.At(hour).ToDateTimeUtc(), APractice.At(hour + 1).ToDateTimeUtc());
        var visit = new Appointment
        {
            Id = AppointmentId.New(TimeProvider.System),
            TherapistId = practice.Therapists[therapist],
            ServiceId = practice.Service,
            StartsAtUtc = starts,
            EndsAtUtc = ends,
            OccupiedFromUtc = starts,
            OccupiedToUtc = ends,
            State = state,
            ClientId = client,
            AddOns = "",
            PriceCents = 9_000,
            ClientNote = note,
            BodyMap = map,
            ConsentVersion = "1",
            CreatedAtUtc = APractice.Start,
            Sequence = 0,
            Version = 1,
            RequestKey = Guid.NewGuid(),
        };
        db.Appointments.Add(visit);
        await db.SaveChangesAsync();
        return visit.Id;
    }

    /// <summary>Gives a therapist's calendar an account.</summary>
    public static async Task BelongsToAsync(TestStore store, TherapistId therapist, Guid personId)
    {
        await using var db = store.Open();
        (await db.Therapists.FindAsync(therapist))!.PersonId = personId;
        await db.SaveChangesAsync();
    }
}
