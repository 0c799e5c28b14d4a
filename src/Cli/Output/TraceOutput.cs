using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Unknot.Atlas;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;

namespace Unknot.Cli.Output;

/// <summary>A ranking, as <c>unknot trace --json</c> prints it.</summary>
/// <param name="DataVersion">Version of the atlas.</param>
/// <param name="Understood">How the words of <c>--text</c> were understood; left out without them.</param>
/// <param name="Findings">What is marked.</param>
/// <param name="Results">The points, most probable first.</param>
/// <param name="Explanation">The smallest set of points that accounts for the pain, in the order to treat.</param>
/// <param name="Unexplained">Marked regions that more likely than not have another cause than any point.</param>
/// <param name="Next">What to ask or try next, or why to stop.</param>
/// <param name="Method">How the probabilities were found: elimination or search.</param>
/// <param name="ErrorBound">No probability is further than this from the exact one for the model.</param>
internal sealed record TraceOutput(
    string DataVersion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UnderstoodOutput? Understood,
    ImmutableArray<TraceOutput.Marked> Findings,
    ImmutableArray<TraceOutput.Result> Results,
    ToldExplanation Explanation,
    ImmutableArray<SidedRegion> Unexplained,
    ToldNext? Next,
    string Method,
    double ErrorBound)
{
    internal static TraceOutput Of(Ranking ranking, AtlasData atlas, UnderstoodOutput? understood) => new(
        ranking.DataVersion,
        understood,
        [.. ranking.Findings.Select(finding => new Marked(finding.Region.Region, finding.Region.Side, finding.Intensity))],
        [.. ranking.Results.Select(result => ResultFrom(result, atlas))],
        Telling.Of(ranking.Explanation, atlas),
        ranking.Explanation.Unexplained,
        Telling.Of(ranking.Next, atlas),
        Telling.WordOf(ranking.Method),
        ranking.ErrorBound);

    private static Result ResultFrom(RankedPoint result, AtlasData atlas) => new(
        result.Point.Point,
        result.Muscle,
        result.Name,
        result.Point.Side,
        result.Probability,
        Telling.Of(result.Range),
        [.. result.Explains.Select(area => new Explained(area.Region.Region, area.Region.Side, area.Share))],
        Telling.Of(result.Reasons, atlas),
        [.. result.Chain.Select(point => point.ToString())]);

    /// <param name="Region">The region.</param>
    /// <param name="Side">The person's own side.</param>
    /// <param name="Intensity">Above 0 to 1.</param>
    internal sealed record Marked(RegionId Region, Side Side, double Intensity);

    /// <param name="Point">The trigger point.</param>
    /// <param name="Muscle">Its muscle.</param>
    /// <param name="Name">The muscle's everyday name.</param>
    /// <param name="Side">The person's own side.</param>
    /// <param name="Probability">That the point is active, given what was found; 0 to 1.</param>
    /// <param name="Range">Where the probability lies in eight of ten sets of figures that the published ones allow.</param>
    /// <param name="Explains">The marked areas it may account for, largest share first.</param>
    /// <param name="Evidence">What else speaks for and against it, weightiest first.</param>
    /// <param name="Chain">Points that may have set this one off, first cause first, as <c>point:side</c>.</param>
    internal sealed record Result(
        PointId Point,
        MuscleId Muscle,
        string Name,
        Side Side,
        double Probability,
        ToldRange? Range,
        ImmutableArray<Explained> Explains,
        ImmutableArray<ToldReason> Evidence,
        ImmutableArray<string> Chain);

    /// <param name="Region">The region.</param>
    /// <param name="Side">The person's own side.</param>
    /// <param name="Share">Probability that this point is active and felt there; 0 to 1.</param>
    internal sealed record Explained(RegionId Region, Side Side, double Share);
}
