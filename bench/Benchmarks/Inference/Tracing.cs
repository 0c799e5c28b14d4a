using BenchmarkDotNet.Attributes;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Benchmarks.Inference;

/// <summary>From a drawing to the ranking.</summary>
[MemoryDiagnoser]
public class Tracing
{
    private static readonly BodyAtlas Body = BodyAtlas.Lay(AtlasData.Load(), Surface.Load());

    private readonly PainModel model = PainModel.Build(AtlasData.Load(), Body);

    private Drawing drawing = new() { Regions = [], Cells = [], PainFree = [] };

    /// <summary>Which drawing.</summary>
    [ParamsAllValues]
    public Sketch Sketch { get; set; }

    [GlobalSetup]
    public void Draw() => drawing = Sketch switch
    {
        Sketch.OneRegion => Named("temple:right"),
        Sketch.TwoRegions => Named("temple:right", "back-of-neck:right"),
        Sketch.NeckAndHeadBothSides => Named(
            "temple:left", "temple:right", "forehead:left", "forehead:right", "back-of-neck:left", "back-of-neck:right", "angle-of-neck:left", "angle-of-neck:right"),
        Sketch.LegPainted => Painted("buttock:left", "back-of-thigh:left", "back-of-knee:left", "calf:left", "heel:left"),
        Sketch.TwentyRegions => Named(
            "low-back:left", "low-back:right", "iliac-crest:left", "iliac-crest:right", "sacrum:midline", "sacroiliac-joint:left", "sacroiliac-joint:right", "buttock:left",
            "buttock:right", "outer-hip:left", "back-of-thigh:left", "calf:left", "mid-back:left", "mid-back:right", "between-shoulder-blades:left",
            "between-shoulder-blades:right", "top-of-shoulder:left", "top-of-shoulder:right", "back-of-neck:left", "back-of-neck:right"),
        _ => new Drawing { Regions = [], Cells = [.. Body.Surface.Cells.Select(cell => new CellPain(cell, 1))], PainFree = [] },
    };

    [Benchmark]
    public Ranking Trace() => model.Trace(drawing);

    private static Drawing Named(params string[] regions) =>
        new() { Regions = [.. regions.Select(region => new RegionPain(Region(region), 1))], Cells = [], PainFree = [] };

    private static Drawing Painted(params string[] regions) => new()
    {
        Regions = [],
        Cells = [.. regions.SelectMany(region => Body.CellsOf(Region(region))).Where((_, i) => i % 3 != 0).Select(cell => new CellPain(cell, 0.7))],
        PainFree = [],
    };

    private static SidedRegion Region(string text)
    {
        var parts = text.Split(':');
        return new SidedRegion(RegionId.Parse(parts[0], null), Enum.Parse<Side>(parts[1], ignoreCase: true));
    }
}

/// <summary>Drawings from small to absurd.</summary>
public enum Sketch
{
    OneRegion,
    TwoRegions,
    NeckAndHeadBothSides,
    LegPainted,
    TwentyRegions,
    WholeSkinPainted,
}
