using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Practice.Texts;

namespace Unknot.Practice.Booking;

/// <summary>
/// Saves what the practice offers: services and rooms. Nothing is deleted that a session may refer to: what is offered no more stays
/// for what was booked before. A save that knew an older state is refused.
/// </summary>
public sealed class OfferDesk(PracticeDb db, TimeProvider time)
{
    private const int LongestSlug = 60;
    private const int MostLengths = 12;
    private const int MostAddOns = 20;

    /// <summary>Names of add-ons stand in one text of a session.</summary>
    private const int AllAddOnNames = 300;

    /// <summary>These follow <c>/book/</c> and are no services.</summary>
    private static readonly string[] Reserved = ["session", "details", "waiting", "embed", "button", "times", "hold", "done"];

    /// <param name="id">Null for a new one.</param>
    public Task<OfferOutcome> SaveServiceAsync(ServiceId? id, ServiceDraft draft, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return OfferGate.InAsync(db, () => WriteServiceAsync(id, draft, personId, cancellation), cancellation);
    }

    /// <param name="id">Null for a new one.</param>
    /// <param name="fingerprint">Of <see cref="FingerprintOf"/> when it was read; empty for a new one.</param>
    public Task<OfferOutcome> SaveRoomAsync(RoomId? id, string name, bool isOffered, string fingerprint, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        return OfferGate.InAsync(db, () => WriteRoomAsync(id, name, isOffered, fingerprint, personId, cancellation), cancellation);
    }

    public static string FingerprintOf(Room room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return Parts.Fingerprint(RoomParts(room));
    }

    private async Task<OfferOutcome> WriteServiceAsync(ServiceId? id, ServiceDraft draft, Guid personId, CancellationToken cancellation)
    {
        Service? service = null;
        if (id is { } known)
        {
            service = await db.Services.AsSplitQuery().Include(each => each.Lengths).Include(each => each.AddOns).Include(each => each.Therapists).Include(each => each.Rooms)
                .SingleOrDefaultAsync(each => each.Id == known, cancellation);
            if (service is null)
            {
                return new OfferOutcome.Gone();
            }
        }

        var reader = new DraftReader();
        var read = Read(draft, reader);
        var slug = await SlugAsync(id, draft, reader, cancellation);
        var (therapists, rooms) = (await TherapistsAsync(draft, reader, cancellation), await RoomsAsync(draft, reader, cancellation));
        if (!reader.IsRight)
        {
            return reader.Refusal;
        }

        var before = service is null ? null : ServiceDraft.From(service);
        if (before is not null && before.Fingerprint != draft.Fingerprint)
        {
            return new OfferOutcome.ChangedMeanwhile();
        }

        if (service is null)
        {
            service = read.New(ServiceId.New(time), slug);
            db.Services.Add(service);
        }

        service.Slug = slug;
        read.WriteTo(service);
        WriteLengths(service, read);
        WriteAddOns(service, read);
        Match(service.Therapists, therapists, given => given.TherapistId, therapist => new ServiceTherapist { ServiceId = service.Id, TherapistId = therapist });
        Match(service.Rooms, rooms, given => given.RoomId, room => new ServiceRoom { ServiceId = service.Id, RoomId = room });
        var changed = before is null ? [] : Parts.Changed(before.Parts(), ServiceDraft.From(service).Parts());
        if (before is null || !changed.IsEmpty)
        {
            AuditTrail.Note(db, time, personId, before is null ? "service.made" : "service.changed", "service", service.Id.ToString(), Parts.Note(changed));
            await db.SaveChangesAsync(cancellation);
        }

        return new OfferOutcome.Saved(service.Id.Value);
    }

    private static ServiceReading Read(ServiceDraft draft, DraftReader reader)
    {
        var read = new ServiceReading
        {
            Name = reader.Line(nameof(draft.Name), draft.Name, "The name", 100, isNeeded: true),
            Description = reader.Text(nameof(draft.Description), draft.Description, "The description", 500),
            IsOffered = draft.IsOffered,
            BufferBefore = reader.Number(nameof(draft.BufferBefore), draft.BufferBefore, "The minutes kept free before", 0, 240),
            BufferAfter = reader.Number(nameof(draft.BufferAfter), draft.BufferAfter, "The minutes kept free after", 0, 240),
            Step = reader.Number(nameof(draft.Step), draft.Step, "The minutes from one start to the next", 5, 240),
            Notice = reader.Number(nameof(draft.Notice), draft.Notice, "The shortest notice in minutes", 0, 43_200),
            Window = reader.Number(nameof(draft.Window), draft.Window, "The days ahead", 1, 730),
            MoveHours = reader.Number(nameof(draft.MoveHours), draft.MoveHours, "The hours for moving", 0, 720),
            CancelHours = reader.Number(nameof(draft.CancelHours), draft.CancelHours, "The hours for cancelling", 0, 720),
            NeedsApproval = draft.NeedsApproval,
            Order = reader.Number(nameof(draft.Order), draft.Order, "The place in the list", 0, 999),
        };
        if (reader.IsRight && read.Notice >= (read.Window + 1) * 24 * 60)
        {
            reader.Add(nameof(draft.Notice), "The shortest notice is longer than the days ahead: nobody could ever book.");
        }

        ReadLengths(draft, reader, read);
        ReadAddOns(draft, reader, read);
        return read;
    }

    private static void ReadLengths(ServiceDraft draft, DraftReader reader, ServiceReading read)
    {
        for (var row = 0; row < draft.Lengths.Length; row++)
        {
            if (draft.Lengths[row] is { IsEmpty: false } length)
            {
                var minutes = reader.Number($"LengthMinutes-{row}", length.Minutes, "A length in minutes", 5, 480);
                var cents = reader.Cents($"LengthPrice-{row}", length.Price, "A price");
                if (!read.Lengths.TryAdd(minutes, cents))
                {
                    reader.Add($"LengthMinutes-{row}", "This length is there twice.");
                }
            }
        }

        if (draft.Lengths.All(length => length.IsEmpty))
        {
            reader.Add("LengthMinutes-0", "A service needs at least one length with its price.");
        }
        else if (read.Lengths.Count > MostLengths)
        {
            reader.Add("LengthMinutes-0", $"A service has at most {MostLengths} lengths.");
        }
    }

    private static void ReadAddOns(ServiceDraft draft, DraftReader reader, ServiceReading read)
    {
        for (var row = 0; row < draft.AddOns.Length; row++)
        {
            if (draft.AddOns[row] is not { IsEmpty: false } addOn)
            {
                continue;
            }

            var name = reader.Line($"AddOnName-{row}", addOn.Name, "The name of an add-on", 60, isNeeded: true);
            var minutes = reader.Number($"AddOnMinutes-{row}", string.IsNullOrWhiteSpace(addOn.Minutes) ? "0" : addOn.Minutes, "The minutes of an add-on", 0, 120);
            var cents = reader.Cents($"AddOnPrice-{row}", string.IsNullOrWhiteSpace(addOn.Price) ? "0" : addOn.Price, "The price of an add-on");
            if (name.Contains(',', StringComparison.Ordinal))
            {
                reader.Add($"AddOnName-{row}", "The name of an add-on has no comma: sessions list their add-ons with commas between.");
            }
            else if (read.AddOns.Exists(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
            {
                reader.Add($"AddOnName-{row}", "This add-on is there twice.");
            }
            else if (minutes == 0 && cents == 0)
            {
                reader.Add($"AddOnMinutes-{row}", "An add-on makes a session longer, dearer, or both.");
            }

            read.AddOns.Add((addOn.Id, name, minutes, cents, addOn.IsOffered));
        }

        if (read.AddOns.Count > MostAddOns || read.AddOns.Sum(addOn => addOn.Name.Length + 2) > AllAddOnNames)
        {
            reader.Add("AddOnName-0", $"A service has at most {MostAddOns} add-ons, whose names have at most {AllAddOnNames} characters together.");
        }
    }

    private async Task<string> SlugAsync(ServiceId? id, ServiceDraft draft, DraftReader reader, CancellationToken cancellation)
    {
        var wanted = draft.Slug.Trim();
        var taken = await db.Services.Where(each => id == null || each.Id != id).Select(each => each.Slug).ToListAsync(cancellation);
        if (wanted.Length > 0)
        {
            if (!Slugs.IsSlug(wanted, LongestSlug))
            {
                reader.Add(nameof(draft.Slug), $"A name in addresses has lower-case letters, digits and single hyphens between them, at most {LongestSlug}.");
            }
            else if (taken.Contains(wanted, StringComparer.Ordinal) || Reserved.Contains(wanted, StringComparer.Ordinal))
            {
                reader.Add(nameof(draft.Slug), "Another page has this address already.");
            }

            return wanted;
        }

        var made = Slugs.From(draft.Name, LongestSlug - 4);
        var slug = made;
        for (var number = 2; taken.Contains(slug, StringComparer.Ordinal) || Reserved.Contains(slug, StringComparer.Ordinal); number++)
        {
            slug = $"{made}-{number}";
        }

        return slug;
    }

    private async Task<List<TherapistId>> TherapistsAsync(ServiceDraft draft, DraftReader reader, CancellationToken cancellation)
    {
        var ids = draft.Therapists.Select(text => Guid.TryParse(text, out var id) ? TherapistId.Of(id) : default).Distinct().ToList();
        if (await db.Therapists.CountAsync(each => ids.Contains(each.Id), cancellation) != ids.Count)
        {
            reader.Add(nameof(draft.Therapists), "One of these therapists is no longer there.");
        }

        return ids;
    }

    private async Task<List<RoomId>> RoomsAsync(ServiceDraft draft, DraftReader reader, CancellationToken cancellation)
    {
        var ids = draft.Rooms.Select(text => Guid.TryParse(text, out var id) ? RoomId.Of(id) : default).Distinct().ToList();
        if (await db.Rooms.CountAsync(each => ids.Contains(each.Id), cancellation) != ids.Count)
        {
            reader.Add(nameof(draft.Rooms), "One of these rooms is no longer there.");
        }

        return ids;
    }

    private void WriteLengths(Service service, ServiceReading read)
    {
        foreach (var length in service.Lengths.ToList())
        {
            if (read.Lengths.Remove(length.Minutes, out var cents))
            {
                length.PriceCents = cents;
            }
            else
            {
                service.Lengths.Remove(length);
                db.Remove(length);
            }
        }

        db.AddRange(read.Lengths.Select(length => new ServiceLength { ServiceId = service.Id, Minutes = length.Key, PriceCents = length.Value }));
    }

    private void WriteAddOns(Service service, ServiceReading read)
    {
        var there = service.AddOns.ToDictionary(addOn => addOn.Id.ToString(), StringComparer.Ordinal);
        foreach (var (id, name, minutes, cents, isOffered) in read.AddOns)
        {
            if (there.Remove(id, out var addOn))
            {
                (addOn.Name, addOn.Minutes, addOn.PriceCents, addOn.IsOffered) = (name, minutes, cents, isOffered);
            }
            else
            {
                db.Add(new AddOn { Id = AddOnId.New(time), ServiceId = service.Id, Name = name, Minutes = minutes, PriceCents = cents, IsOffered = isOffered });
            }
        }

        foreach (var addOn in there.Values)
        {
            service.AddOns.Remove(addOn);
            db.Remove(addOn);
        }
    }

    private void Match<TRow, TKey>(List<TRow> rows, List<TKey> wanted, Func<TRow, TKey> keyOf, Func<TKey, TRow> make)
        where TRow : class
        where TKey : struct
    {
        foreach (var row in rows.Where(row => !wanted.Contains(keyOf(row))).ToList())
        {
            rows.Remove(row);
            db.Remove(row);
        }

        db.AddRange(wanted.Where(key => !rows.Exists(row => keyOf(row).Equals(key))).ToList().ConvertAll(key => make(key)));
    }

    private async Task<OfferOutcome> WriteRoomAsync(RoomId? id, string name, bool isOffered, string fingerprint, Guid personId, CancellationToken cancellation)
    {
        var room = id is { } known ? await db.Rooms.SingleOrDefaultAsync(each => each.Id == known, cancellation) : null;
        if (id is not null && room is null)
        {
            return new OfferOutcome.Gone();
        }

        var reader = new DraftReader();
        var read = reader.Line("Name", name, "The name", 60, isNeeded: true);
        var others = await db.Rooms.Where(each => id == null || each.Id != id).Select(each => each.Name).ToListAsync(cancellation);
        if (others.Contains(read, StringComparer.OrdinalIgnoreCase))
        {
            reader.Add("Name", "There is a room of this name already.");
        }

        if (!reader.IsRight)
        {
            return reader.Refusal;
        }

        if (room is not null && FingerprintOf(room) != fingerprint)
        {
            return new OfferOutcome.ChangedMeanwhile();
        }

        var before = room is null ? [] : RoomParts(room).ToList();
        if (room is null)
        {
            room = new Room { Id = RoomId.New(time), Name = read, IsOffered = isOffered };
            db.Rooms.Add(room);
        }

        (room.Name, room.IsOffered) = (read, isOffered);
        var changed = Parts.Changed(before, RoomParts(room));
        if (id is null || !changed.IsEmpty)
        {
            AuditTrail.Note(db, time, personId, id is null ? "room.made" : "room.changed", "room", room.Id.ToString(), Parts.Note(changed));
            await db.SaveChangesAsync(cancellation);
        }

        return new OfferOutcome.Saved(room.Id.Value);
    }

    private static IEnumerable<(string Name, string Value)> RoomParts(Room room) => [("name", room.Name), ("offered", room.IsOffered ? "yes" : "no")];
}
