using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Saves who gives sessions, and gives out the secret address of a therapist's calendar.</summary>
public sealed class TherapistDesk(PracticeDb db, TimeProvider time)
{
    private const int SecretBytes = 32;

    /// <param name="id">Null for a new one.</param>
    public Task<OfferOutcome> SaveAsync(TherapistId? id, TherapistDraft draft, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return OfferGate.InAsync(db, () => WriteAsync(id, draft, personId, cancellation), cancellation);
    }

    /// <summary>Makes an address for the calendar; one that was there before is good no longer.</summary>
    /// <returns>The secret in the address, which is not kept; null when there is no such therapist.</returns>
    public async Task<string?> MakeFeedAsync(TherapistId id, Guid personId, CancellationToken cancellation)
    {
        if (await db.Therapists.SingleOrDefaultAsync(each => each.Id == id, cancellation) is not { } therapist)
        {
            return null;
        }

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        AuditTrail.Note(db, time, personId, therapist.FeedHash is null ? "feed.made" : "feed.replaced", "therapist", id.ToString());
        therapist.FeedHash = OneTimeSecrets.HashOf(secret);
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <returns>False when there was none.</returns>
    public async Task<bool> RevokeFeedAsync(TherapistId id, Guid personId, CancellationToken cancellation)
    {
        if (await db.Therapists.SingleOrDefaultAsync(each => each.Id == id && each.FeedHash != null, cancellation) is not { } therapist)
        {
            return false;
        }

        therapist.FeedHash = null;
        AuditTrail.Note(db, time, personId, "feed.revoked", "therapist", id.ToString());
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Accounts that a therapist can be linked to: of owners and therapists, open.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> AccountsAsync(CancellationToken cancellation)
    {
        var (owner, therapist) = (PracticeRole.IdOf(PracticeRole.Owner), PracticeRole.IdOf(PracticeRole.Therapist));
        var people = await db.Users.AsNoTracking()
            .Where(person => person.ClosedAtUtc == null && db.UserRoles.Any(given => given.UserId == person.Id && (given.RoleId == owner || given.RoleId == therapist)))
            .OrderBy(person => person.Name).Select(person => new { person.Id, person.Name }).ToListAsync(cancellation);
        return people.ConvertAll(person => (person.Id, person.Name));
    }

    private async Task<OfferOutcome> WriteAsync(TherapistId? id, TherapistDraft draft, Guid personId, CancellationToken cancellation)
    {
        var therapist = id is { } known ? await db.Therapists.SingleOrDefaultAsync(each => each.Id == known, cancellation) : null;
        if (id is not null && therapist is null)
        {
            return new OfferOutcome.Gone();
        }

        var reader = new DraftReader();
        var read = Read(draft, reader);
        var account = await AccountAsync(therapist, draft, reader, cancellation);
        if (!reader.IsRight)
        {
            return reader.Refusal;
        }

        var before = therapist is null ? null : TherapistDraft.From(therapist);
        if (before is not null && before.Fingerprint != draft.Fingerprint)
        {
            return new OfferOutcome.ChangedMeanwhile();
        }

        if (therapist is null)
        {
            therapist = read(new Therapist { Id = TherapistId.New(time), Name = "", IsBookable = true, Credential = "", LicenceNumber = "", LicenceState = "", Npi = "" });
            db.Therapists.Add(therapist);
        }
        else
        {
            read(therapist);
        }

        therapist.PersonId = account;
        var changed = before is null ? [] : Parts.Changed(before.Parts(), TherapistDraft.From(therapist).Parts());
        if (before is null || !changed.IsEmpty)
        {
            AuditTrail.Note(db, time, personId, before is null ? "therapist.made" : "therapist.changed", "therapist", therapist.Id.ToString(), Parts.Note(changed));
            await db.SaveChangesAsync(cancellation);
        }

        return new OfferOutcome.Saved(therapist.Id.Value);
    }

    /// <returns>Writes what was understood.</returns>
    private static Func<Therapist, Therapist> Read(TherapistDraft draft, DraftReader reader)
    {
        var name = reader.Line(nameof(draft.Name), draft.Name, "The name", 100, isNeeded: true);
        var credential = reader.Line(nameof(draft.Credential), draft.Credential, "The credential", 40);
        var number = reader.Line(nameof(draft.LicenceNumber), draft.LicenceNumber, "The licence number", 40);
        var state = reader.Line(nameof(draft.LicenceState), draft.LicenceState, "The state of the licence", 40);
        var npi = draft.Npi.Trim();
        if (npi.Length > 0 && !ProviderIdentifiers.IsRight(npi))
        {
            reader.Add(nameof(draft.Npi), "This is no NPI: ten digits, the last of which checks the others. Leave it empty if there is none.");
        }

        var sessions = reader.NumberOrNone(nameof(draft.MostSessions), draft.MostSessions, "The most sessions in a day", 1, 48);
        var minutes = reader.NumberOrNone(nameof(draft.MostMinutes), draft.MostMinutes, "The most minutes in a day", 5, 1440);
        return therapist =>
        {
            (therapist.Name, therapist.Credential, therapist.LicenceNumber, therapist.LicenceState, therapist.Npi) = (name, credential, number, state, npi);
            (therapist.IsBookable, therapist.MostSessionsADay, therapist.MostMinutesADay) = (draft.IsBookable, sessions, minutes);
            return therapist;
        };
    }

    private async Task<Guid?> AccountAsync(Therapist? therapist, TherapistDraft draft, DraftReader reader, CancellationToken cancellation)
    {
        if (draft.Account.Trim().Length == 0)
        {
            return null;
        }

        if (!Guid.TryParse(draft.Account, out var account))
        {
            reader.Add(nameof(draft.Account), "This is no account. Please choose one from the list.");
            return null;
        }

        // One that is linked already stays, whatever became of the account's role meanwhile.
        if (therapist?.PersonId == account)
        {
            return account;
        }

        if (!(await AccountsAsync(cancellation)).Any(each => each.Id == account))
        {
            reader.Add(nameof(draft.Account), "This account is closed, or is not one of an owner or a therapist.");
        }
        else if (await db.Therapists.Where(each => each.PersonId == account).Select(each => each.Name).FirstOrDefaultAsync(cancellation) is { } other)
        {
            reader.Add(nameof(draft.Account), $"This account is linked to {other} already.");
        }

        return account;
    }
}
