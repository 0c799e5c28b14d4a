using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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

    private static readonly Lazy<(ReferralMap Map, PainModel Model)> BothSided = new(() =>
    {
        var atlas = AtlasData.Load(AtlasFiles.From(AtlasFiles.Embedded().All.Select(file => (file.Key, WithoutOnlySide(file.Value)))));
        var body = BodyAtlas.Lay(atlas, Surface.Load());
        return (ReferralMap.Read(atlas, body), PainModel.Build(atlas, body));
    });

    /// <summary>The atlas as if the few places that are described on one side only were on both: the one that is its own mirror image.</summary>
    internal static (ReferralMap Map, PainModel Model) Symmetric => BothSided.Value;

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

    private static ReadOnlyMemory<byte> WithoutOnlySide(ReadOnlyMemory<byte> file)
    {
        var text = Encoding.UTF8.GetString(file.Span);
        return text.Contains("\"onlySide\"", StringComparison.Ordinal) && JsonNode.Parse(text) is JsonObject muscle && muscle.Remove("onlySide")
            ? Encoding.UTF8.GetBytes(WithoutNamedSides(muscle.ToJsonString()))
            : file;
    }

    /// <summary>Such a place may name its side in words, which the checks refuse for all others.</summary>
    private static string WithoutNamedSides(string text) =>
        Regex.Replace(text, "\\b(left|right) (?=[a-z])", "", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    internal static (string Id, Side Side) Split(string text)
    {
        var parts = text.Split(':');
        return (parts[0], Enum.Parse<Side>(parts[1], ignoreCase: true));
    }
}
