using Microsoft.AspNetCore.Identity;

namespace Unknot.Practice.People;

/// <summary>What somebody may do.</summary>
public sealed class PracticeRole : IdentityRole<Guid>
{
    /// <summary>May do everything, and says who else may do what.</summary>
    public const string Owner = "owner";

    /// <summary>Sees clients and the calendar; writes articles.</summary>
    public const string Therapist = "therapist";

    /// <summary>Writes articles and moderates comments; sees nothing about clients.</summary>
    public const string Editor = "editor";

    public static IReadOnlyList<string> All { get; } = [Owner, Therapist, Editor];
}
