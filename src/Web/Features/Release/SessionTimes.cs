using Unknot.Atlas;

namespace Unknot.Web.Features.Release;

/// <summary>How long the parts of a session last unless somebody chooses otherwise; the guided session has the same numbers.</summary>
internal static class SessionTimes
{
    /// <summary>Settling down and finding the spot.</summary>
    internal const int PrepareSeconds = 15;

    internal const int HoldSeconds = 20;

    internal const int RestSeconds = 10;

    /// <summary>The most points a sheet may have: four on each side.</summary>
    internal const int MostPoints = 8;

    /// <summary>Of a session with one hold on each point, rounded up; at least 1.</summary>
    /// <param name="points">Points, each side counted.</param>
    internal static int MinutesFor(int points) => Math.Max(1, ((points * (PrepareSeconds + HoldSeconds + RestSeconds)) + 59) / 60);

    /// <summary>The usual hold, as far as a dose allows it.</summary>
    internal static int HoldFor(Dose dose) => Math.Min(HoldSeconds, dose.CeilingSeconds);
}
