using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Muscles;

/// <summary>What is answered to a name that no muscle has.</summary>
internal static class UnknownMuscle
{
    internal static ProblemHttpResult Answer(string wanted, AtlasData atlas) =>
        UnknownName.Answer("muscle", wanted, NearestNames.Of(wanted, atlas.Muscles, 3).Select(muscle => muscle.Id.ToString()), "/api/v1/muscles");
}
