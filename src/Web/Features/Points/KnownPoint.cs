using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Atlas;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Points;

/// <summary>Finds the point that an address names.</summary>
internal static class KnownPoint
{
    internal static bool TryFind(string id, AtlasData atlas, [NotNullWhen(true)] out Muscle? muscle, [NotNullWhen(true)] out TriggerPoint? point)
    {
        (muscle, point) = atlas.Muscles.SelectMany(each => each.Points.Select(found => ((Muscle?)each, (TriggerPoint?)found)))
            .FirstOrDefault(pair => pair.Item2!.Id.ToString() == id);
        return point is not null && muscle is not null;
    }

    internal static ProblemHttpResult Unknown(string wanted, AtlasData atlas)
    {
        ImmutableArray<string> known = [.. atlas.Muscles.SelectMany(muscle => muscle.Points).Select(point => point.Id.ToString())];
        return UnknownName.Answer("point", wanted, NearestNames.Of(wanted, known, 3), "/api/v1/points");
    }
}
