using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>All that a word or phrase may stand for; several may be true at once ("shooting" is a quality and a motion).</summary>
internal sealed class Say
{
    internal PlaceMeaning? Place { get; set; }

    /// <summary>What it means right after a side: "left side of chest".</summary>
    internal PlaceMeaning? SidedPlace { get; set; }

    internal SaidSide? Side { get; set; }

    internal PainQuality? Quality { get; set; }

    /// <summary>Above 0 to 1.</summary>
    internal double? Strength { get; set; }

    /// <summary>Of the place before it.</summary>
    internal Aspect? Aspect { get; set; }

    internal SayRoles Roles { get; set; }

    internal bool Is(SayRoles role) => (Roles & role) != SayRoles.None;

    internal bool MeansNothing => Place is null && SidedPlace is null && Side is null && Quality is null && Strength is null && Aspect is null && Roles is SayRoles.None;
}

[Flags]
internal enum SayRoles
{
    None = 0,
    SideArea = 1 << 0,
    Towards = 1 << 1,
    Origin = 1 << 2,
    Motion = 1 << 3,
    Join = 1 << 4,
    Turn = 1 << 5,
    Negation = 1 << 6,
    PainFree = 1 << 7,
    Hurting = 1 << 8,
    Bridge = 1 << 9,
    PassedOver = 1 << 10,
    Article = 1 << 11,
    Condition = 1 << 12,
    Comparison = 1 << 13,
}

/// <summary>What a name of a place means.</summary>
internal sealed class PlaceMeaning
{
    /// <summary>Marked when it is said.</summary>
    internal required ImmutableArray<RegionId> Regions { get; init; }

    /// <summary>Set when a part of the body is named as a whole: a more exact place beside it says what was meant.</summary>
    internal WordPart? Part { get; init; }

    /// <summary>Everything it may touch: where a way along the body meets it, and what is free when it is.</summary>
    internal ImmutableArray<RegionId> Extent => Part?.All ?? Regions;

    /// <summary>Has to follow a side.</summary>
    internal bool NeedsSide { get; init; }
}
