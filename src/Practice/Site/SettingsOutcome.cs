using System.Collections.Immutable;

namespace Unknot.Practice.Site;

/// <summary>What came of saving the settings.</summary>
public abstract record SettingsOutcome
{
    private SettingsOutcome()
    {
    }

    public sealed record Saved(int Version) : SettingsOutcome;

    /// <summary>Nothing was kept; all that is wrong, at once.</summary>
    public sealed record Refused(ImmutableArray<SettingsProblem> Problems) : SettingsOutcome;

    /// <summary>Somebody else saved since the form was opened; nothing was kept.</summary>
    public sealed record ChangedMeanwhile : SettingsOutcome;
}
