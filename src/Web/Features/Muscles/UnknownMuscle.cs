using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;

namespace Unknot.Web.Features.Muscles;

/// <summary>What is answered to a name that no muscle has.</summary>
internal static class UnknownMuscle
{
    internal static ProblemHttpResult Answer(string wanted, AtlasData atlas) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "No such muscle",
        detail: $"There is no muscle '{(wanted.Length <= 60 ? wanted : wanted[..60] + "…")}'. "
            + $"Nearest: {string.Join(", ", NearestNames.Of(wanted, atlas.Muscles, 3).Select(muscle => muscle.Id))}. All are listed at /api/muscles.");
}
