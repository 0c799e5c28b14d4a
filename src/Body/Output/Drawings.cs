using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Body.Output;

/// <summary>All drawings of the figure: five views of each build, and close-ups that the builds share.</summary>
internal static class Drawings
{
    /// <summary>What there is to draw, with the name of its file below <c>figure/</c>, without ending.</summary>
    internal static ImmutableArray<(string File, View View, FigureBuild Build)> List(BodyAtlas body, ImmutableArray<Region> regions, ImmutableArray<Landmark> landmarks)
    {
        var views = BodyViews.Of(body, regions);
        return
        [
            .. from build in FigureBuild.All
               from view in views
               select (build == FigureBuild.Neutral ? view.Name : $"{build.Id}/{view.Name}", view, build),
            .. CloseUps.Of(body, regions, landmarks).Select(view => (view.Name, view, FigureBuild.Neutral)),
        ];
    }

    /// <summary>Draws all of them, several at once; each is the same however many are.</summary>
    /// <returns>In the order of <see cref="List"/>.</returns>
    internal static ImmutableArray<(string File, byte[] Bytes)> MakeAll(BodyAtlas body, ImmutableArray<Region> regions, ImmutableArray<Landmark> landmarks)
    {
        var names = regions.ToDictionary(region => region.Id, region => region.Name);
        return
        [
            .. List(body, regions, landmarks)
                .AsParallel()
                .AsOrdered()
                .Select(drawing => (drawing.File, FigureSvg.Write(drawing.View, drawing.Build, body, names))),
        ];
    }
}
