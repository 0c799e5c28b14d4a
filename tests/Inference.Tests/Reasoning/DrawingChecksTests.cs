using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

public sealed class DrawingChecksTests
{
    private static readonly CellId CalfCell = RealModel.Body.CellsOf(RealModel.Region("calf:left"))[0];

    public static TheoryData<string, Drawing> Faulty => new()
    {
        { "regions[0]: there is no region 'no-such-place'", Drawings.Of("no-such-place:left") },
        { "regions[0]: the region 'temple' has the side 'left' or 'right'", Drawings.Of("temple:midline") },
        { "regions[1]: the region 'throat' has the side 'midline'", Drawings.Of("temple:left", "throat:left") },
        { "regions[0]: the intensity is 0;", Drawings.Of(0, "temple:left") },
        { "regions[0]: the intensity is 1.01;", Drawings.Of(1.01, "temple:left") },
        { "regions[0]: the intensity is NaN;", Drawings.Of(double.NaN, "temple:left") },
        { "regions[0]: names no region", Drawings.Empty with { Regions = [new RegionPain(default, 1)] } },
        { "cells[0]: there is no cell -1;", Drawings.Painted(1, [new CellId(-1)]) },
        { "cells[0]: there is no cell 1000000;", Drawings.Painted(1, [new CellId(1_000_000)]) },
        { "cells[0]: the intensity is -0.5;", Drawings.Painted(-0.5, [CalfCell]) },
        { "painFree[0]: there is no region 'nowhere'", Drawings.Empty with { PainFree = [RealModel.Region("nowhere:left")] } },
        { "painFree[0]: 'temple:left' is marked as painful too", Drawings.Of("temple:left") with { PainFree = [RealModel.Region("temple:left")] } },
        { "painFree[0]: 'calf:left' is marked as painful too", Drawings.Painted(1, [CalfCell]) with { PainFree = [RealModel.Region("calf:left")] } },
        { "the lists of regions, cells, strokes and pain-free regions must all be there", Drawings.Empty with { Cells = default } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_drawing_is_told_what_is_wrong_and_refused(string problem, Drawing drawing)
    {
        Assert.StartsWith(problem, Assert.Single(RealModel.Model.ProblemsOf(drawing)).ToString(), StringComparison.Ordinal);
        var error = Assert.Throws<ArgumentException>(() => RealModel.Model.Trace(drawing));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_listed_at_once()
    {
        var drawing = Drawings.Of(2, "no-such-place:left", "throat:left") with { PainFree = [RealModel.Region("throat:left")] };
        Assert.Equal(6, RealModel.Model.ProblemsOf(drawing).Length);
    }

    [Fact]
    public void A_sound_drawing_has_no_problems() =>
        Assert.Empty(RealModel.Model.ProblemsOf(Drawings.Of("temple:left", "throat:midline") with { PainFree = [RealModel.Region("temple:right")] }));
}
