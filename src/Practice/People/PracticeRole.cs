using Microsoft.AspNetCore.Identity;

namespace Unknot.Practice.People;

/// <summary>What somebody may do. Everybody has exactly one.</summary>
public sealed class PracticeRole : IdentityRole<Guid>
{
    /// <summary>May do everything, and says who else may do what.</summary>
    public const string Owner = "owner";

    /// <summary>Sees clients and the calendar; writes articles.</summary>
    public const string Therapist = "therapist";

    /// <summary>Writes articles and moderates comments; sees nothing about clients.</summary>
    public const string Editor = "editor";

    public static IReadOnlyList<string> All { get; } = [Owner, Therapist, Editor];

    /// <exception cref="ArgumentOutOfRangeException">There is no such role.</exception>
    internal static Guid IdOf(string name) => name switch
    {
        Owner => new Guid("01990000-0000-7000-8000-000000000001"),
        Therapist => new Guid("01990000-0000-7000-8000-000000000002"),
        Editor => new Guid("01990000-0000-7000-8000-000000000003"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"A role is one of {string.Join(", ", All)}."),
    };
}
