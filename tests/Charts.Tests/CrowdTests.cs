using System.Collections.Immutable;
using System.Globalization;
using Unknot.Body;
using Unknot.Charts.Art;
using Unknot.Charts.Choosing;
using Unknot.Charts.Layout;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Tests;

/// <summary>The atlas grows: what the layout does with 260 points, several at the very same place.</summary>
public sealed class CrowdTests
{
    private const int Many = 260;

    private static readonly Lazy<ImmutableArray<Sheet>> Crowded = new(() => Lay(Paper.A4));

    [Fact]
    public void A_crowd_of_points_is_numbered_once_each()
    {
        var labels = Crowded.Value[0].Texts().Where(text => text.Size == 5.4f).Select(text => int.Parse(text.Words, CultureInfo.InvariantCulture));

        Assert.Equal(Enumerable.Range(1, Many), labels.Order());
    }

    [Fact]
    public void In_a_crowd_no_dot_and_no_text_covers_another()
    {
        Assert.Empty(Crowded.Value[0].OverlappingDots());
        Assert.All(Crowded.Value, sheet =>
        {
            Assert.Empty(sheet.OverlappingTexts());
            Assert.Empty(sheet.TextsBeyondThePaper());
        });
    }

    [Fact]
    public void Every_muscle_of_a_crowd_has_its_picture()
    {
        var words = string.Join(' ', Crowded.Value.Skip(1).SelectMany(sheet => sheet.Texts()).Select(text => text.Words));

        Assert.All(Points().Select(point => point.Muscle.Name).Distinct(StringComparer.Ordinal), name => Assert.Contains(name, words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_crowd_makes_a_file_under_3_MB() => Assert.InRange(Writing.PdfWriter.Write(Crowded.Value, 1, "Crowd", Shared.Atlas.Version).Length, 100_000, 3_000_000);

    private static ImmutableArray<Sheet> Lay(Paper paper) =>
        new ChartPages(Shared.Atlas, Shared.Body, new Views(Shared.Body.Surface), FigureBuild.Neutral).Lay(new ChartSubject("Crowd", "Many points.", Points()), new PageFrame(paper, Shared.Atlas.Version));

    /// <summary>The points of the atlas again and again, as if of other muscles, until there are enough.</summary>
    private static ImmutableArray<ChartPoint> Points()
    {
        var known = Shared.Maker.Points;
        return
        [
            .. Enumerable.Range(0, Many).Select(i => (Copy: i / known.Length, known[i % known.Length].Muscle, known[i % known.Length].Point))
                .OrderBy(entry => entry.Muscle.Part)
                .ThenBy(entry => entry.Copy)
                .GroupBy(entry => (entry.Copy, entry.Muscle.Id))
                .SelectMany(group =>
                {
                    var muscle = group.First().Muscle with { Name = $"{group.First().Muscle.Name} {(char)('A' + group.Key.Copy)}" };
                    return group.Select(entry => (Muscle: muscle, entry.Point));
                })
                .Select((entry, i) => new ChartPoint(i + 1, entry.Muscle, entry.Point)),
        ];
    }
}
