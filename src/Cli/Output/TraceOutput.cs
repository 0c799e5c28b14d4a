using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Unknot.Atlas;

namespace Unknot.Cli.Output;

/// <summary>A ranking, as <c>unknot trace --json</c> prints it.</summary>
/// <param name="DataVersion">Version of the atlas.</param>
/// <param name="Understood">How the words of <c>--text</c> were understood; left out without them.</param>
/// <param name="Findings">What is marked.</param>
/// <param name="Results">The points, most probable first.</param>
internal sealed record TraceOutput(
    string DataVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnderstoodOutput? Understood,
    ImmutableArray<TraceOutput.Marked> Findings,
    ImmutableArray<TraceOutput.Result> Results)
{
    /// <param name="Region">The region.</param>
    /// <param name="Side">The person's own side.</param>
    /// <param name="Intensity">Above 0 to 1.</param>
    internal sealed record Marked(RegionId Region, Side Side, double Intensity);

    /// <param name="Point">The trigger point.</param>
    /// <param name="Muscle">Its muscle.</param>
    /// <param name="Name">The muscle's everyday name.</param>
    /// <param name="Side">The person's own side.</param>
    /// <param name="Probability">That the point is active, given what was found; 0 to 1.</param>
    /// <param name="Explains">The marked areas it may account for, largest share first.</param>
    /// <param name="Chain">Points that may have set this one off, first cause first, as <c>point:side</c>.</param>
    internal sealed record Result(
        PointId Point, MuscleId Muscle, string Name, Side Side, double Probability, ImmutableArray<Explained> Explains, ImmutableArray<string> Chain);

    /// <param name="Region">A marked region.</param>
    /// <param name="Side">The person's own side.</param>
    /// <param name="Share">Probability that this point is active and felt there; 0 to 1.</param>
    internal sealed record Explained(RegionId Region, Side Side, double Share);
}
