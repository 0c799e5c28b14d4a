using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

/// <summary>The atlas laid on the body, made once for all tests; everything in it is immutable.</summary>
internal static class RealModel
{
    private static readonly Lazy<(AtlasData Atlas, BodyAtlas Body, ReferralMap Map, PainModel Model)> All = new(() =>
    {
        var atlas = AtlasData.Load();
        var body = BodyAtlas.Lay(atlas, Surface.Load());
        return (atlas, body, ReferralMap.Read(atlas, body), PainModel.Build(atlas, body));
    });

    internal static AtlasData Atlas => All.Value.Atlas;

    internal static BodyAtlas Body => All.Value.Body;

    internal static ReferralMap Map => All.Value.Map;

    internal static PainModel Model => All.Value.Model;

    internal static SidedRegion Region(string text)
    {
        var (id, side) = Split(text);
        return new SidedRegion(RegionId.Parse(id, null), side);
    }

    internal static SidedPoint Point(string text)
    {
        var (id, side) = Split(text);
        return new SidedPoint(PointId.Parse(id, null), side);
    }

    internal static (string Id, Side Side) Split(string text)
    {
        var parts = text.Split(':');
        return (parts[0], Enum.Parse<Side>(parts[1], ignoreCase: true));
    }
}
