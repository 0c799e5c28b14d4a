using System.Collections.Immutable;
using NodaTime;

namespace Unknot.Practice.Slots;

/// <summary>When somebody works, on the wall clock of the practice.</summary>
/// <param name="Weekly">Windows by day of the week; several on one day add up.</param>
/// <param name="Overrides">Days on which other windows hold instead. A day with no window is closed; several for one day add up.</param>
public sealed record OpeningRules(ImmutableArray<WeeklyWindow> Weekly, ImmutableArray<DayOverride> Overrides);

/// <param name="Days">Days of the week it holds on.</param>
/// <param name="Window">The part of the day.</param>
public sealed record WeeklyWindow(ImmutableArray<IsoDayOfWeek> Days, DayWindow Window);

/// <param name="Date">In the calendar of the practice.</param>
/// <param name="Windows">What holds on that day instead of the weekly windows; empty when it is closed.</param>
public sealed record DayOverride(LocalDate Date, ImmutableArray<DayWindow> Windows);
