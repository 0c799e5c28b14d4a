using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Shared;

/// <summary>Sessions in New York that were given, with all around them that a receipt needs.</summary>
public static class AVisit
{
    /// <summary>Monday, 2 March 2026, 10:00 in New York.</summary>
    public static readonly DateTime FirstStart = new(2026, 3, 2, 15, 0, 0, DateTimeKind.Utc);

    public static ReceiptWish Wish(string patient = "Ada Lovelace") => new(patient, "", "Therapeutic massage", "", "12 Quiet Lane, Albany, NY 12207", 0);

    /// <summary>A practice, a service, a therapist of this account, and a client.</summary>
    public static async Task<AVisitMaker> PracticeAsync(PracticeDb db, Guid? therapistAccount, string client = "Ada Lovelace", string language = "en")
    {
        if (!await db.Settings.AnyAsync())
        {
            var settings = SettingsDesk.ProductDefault();
            (settings.Name, settings.Street, settings.City, settings.Region, settings.PostalCode) = ("Quiet Hands", "12 Quiet Lane", "Albany", "NY", "12207");
            (settings.Country, settings.Phone, settings.TimeZone, settings.Version) = ("US", "(518) 555-0142", "America/New_York", 1);
            db.Settings.Add(settings);
            var booking = BookingSettings.ProductDefault();
            (booking.LegalName, booking.TaxId, booking.Version) = ("Quiet Hands Bodywork LLC", "12-3456789", 1);
            db.BookingSettings.Add(booking);
        }

        var time = TimeProvider.System;
        var service = new Service
        {
            Id = ServiceId.New(time),
            Slug = $"massage-{Guid.NewGuid():N}",
            Name = "Therapeutic massage",
            Description = "",
            IsOffered = true,
            BufferBeforeMinutes = 0,
            BufferAfterMinutes = 0,
            StepMinutes = 15,
            NoticeMinutes = 0,
            WindowDays = 60,
            MoveHours = 24,
            CancelHours = 24,
            NeedsApproval = false,
            Order = 1,
        };
        var therapist = new Therapist
        {
            Id = TherapistId.New(time),
            Name = "Mara Reed",
            PersonId = therapistAccount,
            IsBookable = true,
            Credential = "LMT",
            LicenceNumber = "027315",
            LicenceState = "NY",
            Npi = "1234567893",
        };
        var person = new Client
        {
            Id = ClientId.New(time),
            Name = client,
            Email = "ada@example.com",
            EmailKey = "ada@example.com",
            Phone = "",
            Language = language,
            LetterReference = "Letter of Dr. Quimby, 5 January 2026",
            LetterValidUntil = new DateOnly(2026, 12, 31),
            CreatedAtUtc = FirstStart.AddDays(-30),
        };
        db.AddRange(service, therapist, person);
        await db.SaveChangesAsync();
        return new(service.Id, therapist.Id, person.Id);
    }
}

/// <summary>Makes sessions of one service, therapist and client, each a day after the one before.</summary>
public sealed class AVisitMaker(ServiceId service, TherapistId therapist, ClientId client)
{
    private int _count;

    public TherapistId Therapist => therapist;

    public ClientId Client => client;

    public async Task<AppointmentId> AddAsync(PracticeDb db, AppointmentState state = AppointmentState.Done, int cents = 9_500, DateTime? start = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        var from = start ?? AVisit.FirstStart.AddDays(_count++);
        var id = AppointmentId.New(TimeProvider.System);
        db.Appointments.Add(new Appointment
        {
            Id = id,
            TherapistId = therapist,
            ServiceId = service,
            StartsAtUtc = from,
            EndsAtUtc = from.AddHours(1),
            OccupiedFromUtc = from,
            OccupiedToUtc = from.AddHours(1),
            State = state,
            ClientId = client,
            AddOns = "",
            PriceCents = cents,
            ClientNote = "",
            ConsentVersion = "1",
            CreatedAtUtc = from.AddDays(-3),
            Sequence = 0,
            Version = 1,
            RequestKey = Guid.NewGuid(),
        });
        await db.SaveChangesAsync();
        return id;
    }
}
