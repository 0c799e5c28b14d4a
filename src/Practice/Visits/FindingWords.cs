using System.Diagnostics;
using System.Globalization;

namespace Unknot.Practice.Visits;

/// <summary>Findings in plain words.</summary>
public static class FindingWords
{
    public static string Of(PressFound found) => found switch
    {
        PressFound.FamiliarPain => "familiar pain",
        PressFound.Tender => "tender",
        PressFound.Nothing => "nothing",
        _ => throw new UnreachableException(),
    };

    public static string Of(PressedWith how) => how switch
    {
        PressedWith.Hand => "hand",
        PressedWith.Thumb => "thumb",
        PressedWith.Elbow => "elbow",
        PressedWith.Ball => "ball",
        PressedWith.Roller => "roller",
        PressedWith.Tool => "tool",
        PressedWith.Stretch => "stretch",
        _ => throw new UnreachableException(),
    };

    /// <returns>"familiar pain; 30 s by thumb; pain 7, then 3".</returns>
    public static string Of(VisitFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var done = (finding.Seconds, finding.How) switch
        {
            ({ } seconds, { } how) => string.Create(CultureInfo.InvariantCulture, $"; {seconds} s by {Of(how)}"),
            ({ } seconds, null) => string.Create(CultureInfo.InvariantCulture, $"; pressed {seconds} s"),
            (null, { } how) => $"; by {Of(how)}",
            _ => "",
        };
        var pain = (finding.Before, finding.After) switch
        {
            ({ } before, { } after) => string.Create(CultureInfo.InvariantCulture, $"; pain {before}, then {after}"),
            ({ } before, null) => string.Create(CultureInfo.InvariantCulture, $"; pain {before}"),
            (null, { } after) => string.Create(CultureInfo.InvariantCulture, $"; pain {after} afterwards"),
            _ => "",
        };
        return Of(finding.Found) + done + pain;
    }
}
