using System.Globalization;
using System.IO.Compression;
using System.Numerics;
using System.Xml.Linq;
using Unknot.Atlas;
using Unknot.Body.Output;

namespace Unknot.Body.Tests;

public sealed class FigureSvgTests
{
    private static readonly Lazy<Dictionary<string, byte[]>> Drawings =
        new(() => View.All.ToDictionary(view => view.Name, view => FigureSvg.Write(view, Shared.Body)));

    public static TheoryData<string> Views => [.. View.All.Select(view => view.Name)];

    [Theory]
    [MemberData(nameof(Views))]
    public void A_drawing_has_its_parts_in_the_promised_order(string view)
    {
        var svg = Parse(view);
        Assert.Equal(view, svg.Attribute("data-view")?.Value);
        Assert.Equal(["tone", "cells", "lines", "labels"], svg.Elements().Where(part => part.Name.LocalName == "g").Select(part => part.Attribute("class")!.Value));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Each_visible_cell_is_one_path_under_the_region_it_belongs_to(string view)
    {
        var seen = new HashSet<int>();
        foreach (var group in Group(view, "cells").Elements())
        {
            foreach (var path in group.Elements())
            {
                var cell = new CellId(int.Parse(path.Attribute("data-cell")!.Value, CultureInfo.InvariantCulture));
                Assert.True(seen.Add(cell.Value), $"{cell} is drawn twice.");
                var region = Shared.Body.RegionOf(cell);
                Assert.Equal(region.Region.ToString(), group.Attribute("data-region")!.Value);
                Assert.Equal(region.Side.ToWord(), group.Attribute("data-side")!.Value);
            }
        }

        Assert.InRange(seen.Count, 350, 1400);
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Cells_are_drawn_where_the_projection_says(string view)
    {
        var svg = Parse(view);
        var (originX, originY) = (Number(svg, "data-origin-x"), Number(svg, "data-origin-y"));
        var (right, up) = (Direction(svg, "data-right"), Direction(svg, "data-up"));
        var near = 0;
        var paths = Group(view, "cells").Descendants().Where(path => path.Attribute("data-cell") is not null).ToArray();
        foreach (var path in paths)
        {
            var centre = Shared.Surface.CentreOf(new CellId(int.Parse(path.Attribute("data-cell")!.Value, CultureInfo.InvariantCulture)));
            var (x, y) = Start(path.Attribute("d")!.Value);
            near += Math.Abs(x - (originX + Vector3.Dot(centre, right))) < 60 && Math.Abs(y - (originY - Vector3.Dot(centre, up))) < 60 ? 1 : 0;
        }

        Assert.InRange(near / (double)paths.Length, 0.97, 1);
    }

    [Fact]
    public void In_front_the_persons_right_is_on_the_viewers_left_and_behind_it_is_not()
    {
        Assert.Equal(["your right", "your left"], LabelsFromTheLeft("front"));
        Assert.Equal(["your left", "your right"], LabelsFromTheLeft("back"));
        Assert.Equal("your left side", Assert.Single(LabelsFromTheLeft("left")));
        Assert.Equal("your right side", Assert.Single(LabelsFromTheLeft("right")));
        Assert.True(MeanX("front", "right") < MeanX("front", "left"));
        Assert.True(MeanX("back", "left") < MeanX("back", "right"));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_drawing_is_small_enough_for_a_page(string view)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(Drawings.Value[view]);
        }

        Assert.InRange(packed.Length, 10_000, 120_000);
    }

    [Fact]
    public void Drawing_twice_gives_the_same_bytes() =>
        Assert.Equal(Drawings.Value["left"], FigureSvg.Write(View.All.Single(view => view.Name == "left"), Shared.Body));

    private static XElement Parse(string view) => XElement.Parse(System.Text.Encoding.UTF8.GetString(Drawings.Value[view]));

    private static XElement Group(string view, string name) => Parse(view).Elements().Single(part => part.Attribute("class")?.Value == name);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static Vector3 Direction(XElement element, string name) =>
        element.Attribute(name)!.Value.Split(' ').Select(part => float.Parse(part, CultureInfo.InvariantCulture)).ToArray() is [var x, var y, var z]
            ? new Vector3(x, y, z)
            : throw new FormatException($"{name} is no direction.");

    private static IEnumerable<string> LabelsFromTheLeft(string view) =>
        Group(view, "labels").Elements().OrderBy(text => Number(text, "x")).Select(text => text.Value);

    private static double MeanX(string view, string side) => Group(view, "cells").Elements()
        .Where(group => group.Attribute("data-side")!.Value == side)
        .SelectMany(group => group.Elements())
        .Average(path => Start(path.Attribute("d")!.Value).X);

    /// <summary>The first place of a path, which begins <c>M12.3 45.6</c> or <c>M12.3-45.6</c>.</summary>
    private static (double X, double Y) Start(string path)
    {
        var numbers = path[1..path.IndexOf('l', StringComparison.Ordinal)].Split(' ');
        return (double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}
