using Unknot.Practice.Views;

namespace Unknot.Web.Features.Views;

/// <summary>How many views an hour of one article one network may add: an office reads together, a script does not go on for ever.</summary>
internal sealed class ViewCaps(TimeProvider time)
{
    internal NetworkCap Hourly { get; } = new(60, TimeSpan.FromHours(1), time);
}
