using System.IO.Compression;
using System.Text.RegularExpressions;
using Unknot.Atlas;
using Unknot.Body.Output;

namespace Unknot.Body.Tests;

/// <summary>What every committed drawing promises to those who read it.</summary>
public sealed partial class DrawingTests
{
    public static TheoryData<string> Names => [.. CommittedDrawing.Names];

    [Fact]
    public void Every_view_of_every_build_is_drawn_and_nothing_else() => Assert.Equal(
        Drawings.List(Shared.Body, Shared.Atlas.Regions, Shared.Atlas.Landmarks).Select(drawing => drawing.File).Order(StringComparer.Ordinal),
        CommittedDrawing.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawing_has_its_parts_in_the_promised_order(string name)
    {
        var drawing = CommittedDrawing.Of(name);
        Assert.Equal(name.Split('/')[^1], CommittedDrawing.Attribute(drawing.Root, "data-view"));
        Assert.Equal(name.Contains('/', StringComparison.Ordinal) ? name.Split('/')[0] : "neutral", drawing.Build.Id);
        Assert.Equal(["tone", "cells", "lines", "labels"], drawing.Root.Elements().Where(part => part.Name.LocalName == "g").Select(part => part.Attribute("class")!.Value));
        Assert.NotEmpty(drawing.Root.Elements().Single(part => part.Name.LocalName == "title").Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_visible_cell_is_one_path_under_the_region_it_belongs_to(string name)
    {
        foreach (var (cell, path) in CommittedDrawing.Of(name).Cells)
        {
            var region = Shared.Body.RegionOf(cell);
            Assert.Equal(region.Region.ToString(), CommittedDrawing.Attribute(path.Parent!, "data-region"));
            Assert.Equal(region.Side.ToWord(), CommittedDrawing.Attribute(path.Parent!, "data-side"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Regions_and_cells_are_addressed_and_named(string name)
    {
        var drawing = CommittedDrawing.Of(name);
        var ids = drawing.Root.DescendantsAndSelf().Select(element => element.Attribute("id")?.Value).OfType<string>().ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        foreach (var (cell, path) in drawing.Cells)
        {
            var region = Shared.Body.RegionOf(cell);
            var words = Shared.Atlas.Regions.Single(each => each.Id == region.Region).Name + (region.Side == Side.Midline ? "" : $", {region.Side.ToWord()}");
            Assert.Equal(words, CommittedDrawing.Attribute(path.Parent!, "aria-label"));
            Assert.Equal("group", CommittedDrawing.Attribute(path.Parent!, "role"));
            Assert.Equal(region.Side == Side.Midline ? $"{region.Region}" : $"{region.Region}-{region.Side.ToWord()}", CommittedDrawing.Attribute(path.Parent!, "id"));
            Assert.Equal($"cell-{cell.Value}", CommittedDrawing.Attribute(path, "id"));
            Assert.Equal("img", CommittedDrawing.Attribute(path, "role"));
            var label = CommittedDrawing.Attribute(path, "aria-label");
            Assert.StartsWith($"{words}, ", label, StringComparison.Ordinal);
            var count = NumberOfAll().Match(label[words.Length..]);
            Assert.True(count.Success, label);
            Assert.Equal(Shared.Body.CellsOf(region).Length, CommittedDrawing.Number(count.Groups["all"].Value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cells_said_to_lie_apart_are_no_neighbours_on_the_skin(string name)
    {
        foreach (var (cell, path) in CommittedDrawing.Of(name).Cells)
        {
            var others = path.Attribute("data-apart")?.Value.Split(' ').Select(value => new CellId((int)CommittedDrawing.Number(value))) ?? [];
            Assert.Empty(others.Intersect(Shared.Surface.NeighboursOf(cell)));
        }
    }

    [Fact]
    public void An_arm_lies_apart_from_the_trunk_behind_it() =>
        Assert.True(CommittedDrawing.Of("left").Cells.Values.Count(path => path.Attribute("data-apart") is not null) > 20);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawing_is_small_enough_for_a_page(string name)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(CommittedDrawing.Of(name).Bytes);
        }

        Assert.InRange(packed.Length, 4_000, 120_000);
    }

    [Fact]
    public void Drawing_twice_gives_the_same_bytes()
    {
        var (_, view, build) = Drawings.List(Shared.Body, Shared.Atlas.Regions, Shared.Atlas.Landmarks).Single(drawing => drawing.File == "foot-top-left");
        var names = Shared.Atlas.Regions.ToDictionary(region => region.Id, region => region.Name);
        Assert.Equal(FigureSvg.Write(view, build, Shared.Body, names), FigureSvg.Write(view, build, Shared.Body, names));
    }

    [GeneratedRegex(@"^, [1-9]\d* of (?<all>\d+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberOfAll();
}
