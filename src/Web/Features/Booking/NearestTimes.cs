using System.Collections.Immutable;
using NodaTime;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Booking;

/// <summary>Free times near one that is not, as buttons.</summary>
/// <param name="Action">Where the chosen one is sent.</param>
/// <param name="Hidden">What is sent with it.</param>
public sealed record NearestTimes(ImmutableArray<FreeTime> Times, DateTimeZone Zone, string Action, IReadOnlyList<(string Name, string Value)> Hidden);
