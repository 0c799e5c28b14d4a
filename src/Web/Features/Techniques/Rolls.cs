using Unknot.Atlas;

namespace Unknot.Web.Features.Techniques;

/// <summary>The releases of the atlas in which a ball rolls.</summary>
internal static class Rolls
{
    /// <summary>In the order of the muscles.</summary>
    internal static IEnumerable<(Muscle Muscle, Atlas.Release Release, Roll Roll)> Of(AtlasData atlas) =>
        from muscle in atlas.Muscles
        from release in muscle.Releases
        where release.Roll is not null
        select (muscle, release, release.Roll);
}
