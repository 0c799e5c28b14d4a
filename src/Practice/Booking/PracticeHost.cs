namespace Unknot.Practice.Booking;

/// <summary>Somebody of the practice who works in its calendar. Owners may change every calendar, others their own.</summary>
public sealed record PracticeHost(Guid PersonId, bool IsOwner)
{
    public bool MayChange(Therapist therapist)
    {
        ArgumentNullException.ThrowIfNull(therapist);
        return IsOwner || therapist.PersonId == PersonId;
    }
}
