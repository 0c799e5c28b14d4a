using Unknot.Practice.Booking;

namespace Unknot.Bench.Practice;

/// <summary>A service of one therapist that is given on certain days and no others.</summary>
internal sealed class Offered
{
    private const int Day = 24 * 60;

    public required string Slug { get; init; }

    public required ServiceId Service { get; init; }

    public required TherapistId Therapist { get; init; }

    /// <param name="first">First day, open for so many hours a day.</param>
    internal static async Task<Offered> AddAsync(SiteProcess site, DateOnly first, int days, int hoursADay, CancellationToken cancellation)
    {
        var db = site.Open();
        await using (db)
        {
            var (time, slug) = (TimeProvider.System, $"race-{Guid.NewGuid():N}"[..20]);
            var therapist = new Therapist { Id = TherapistId.New(time), Name = "Racer", IsBookable = true, Credential = "", LicenceNumber = "", LicenceState = "", Npi = "" };
            var service = new Service
            {
                Id = ServiceId.New(time),
                Slug = slug,
                Name = "Race",
                Description = "",
                IsOffered = true,
                BufferBeforeMinutes = 0,
                BufferAfterMinutes = 0,
                StepMinutes = 60,
                NoticeMinutes = 0,
                WindowDays = 730,
                MoveHours = 0,
                CancelHours = 0,
                NeedsApproval = false,
                Order = 9,
            };
            service.Lengths.Add(new ServiceLength { ServiceId = service.Id, Minutes = 60, PriceCents = 100 });
            db.AddRange(therapist, service);
            await db.SaveChangesAsync(cancellation);
            db.Add(new ServiceTherapist { ServiceId = service.Id, TherapistId = therapist.Id });
            db.DayChanges.AddRange(Enumerable.Range(0, days).Select(day => new DayChange
            {
                Id = Guid.CreateVersion7(),
                TherapistId = therapist.Id,
                Date = first.AddDays(day),
                StartMinute = Math.Max(0, (Day / 2) - (hoursADay * 30)),
                EndMinute = Math.Min(Day, (Day / 2) + (hoursADay * 30)),
            }));
            await db.SaveChangesAsync(cancellation);
            return new Offered { Slug = slug, Service = service.Id, Therapist = therapist.Id };
        }
    }
}
