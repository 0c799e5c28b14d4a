using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Dialogue;

namespace Unknot.Web.Hosting;

/// <summary>What is answered to a name that nothing in the atlas has.</summary>
internal static class UnknownName
{
    /// <param name="kind">What was wanted: muscle, region, point.</param>
    /// <param name="wanted">The name that was given.</param>
    /// <param name="nearest">Names there are, nearest first.</param>
    /// <param name="listedAt">Where all of them are.</param>
    internal static ProblemHttpResult Answer(string kind, string wanted, IEnumerable<string> nearest, string listedAt) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: $"No such {kind}",
        detail: $"There is no {kind} '{AnswerNames.Shortened(wanted)}'. Nearest: {string.Join(", ", nearest)}. All are listed at {listedAt}.");
}
