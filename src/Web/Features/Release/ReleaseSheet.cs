using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Release;

/// <summary>A session to read, or to print: what the guided session says, without a clock.</summary>
public sealed record ReleaseSheet
{
    /// <summary>In the order they are pressed; at least one.</summary>
    public required ImmutableArray<SheetEntry> Entries { get; init; }

    /// <summary>With one hold on each point and side.</summary>
    public int Minutes => SessionTimes.MinutesFor(Entries.Sum(entry => entry.Pictures.Length));

    /// <summary>What matters more than usual in one of the muscles, what forbids pressing first.</summary>
    public required ImmutableArray<Contraindication> Contraindications { get; init; }

    /// <param name="points">At least one. Sides of one point that follow each other become one entry.</param>
    internal static ReleaseSheet Of(IEnumerable<(SidedPoint Point, TechniqueId? Technique)> points, AtlasData atlas, BodyAtlas body, FlatFigures figures)
    {
        var entries = new List<SheetEntry>();
        foreach (var (sided, wanted) in points)
        {
            var (muscle, point) = atlas.Point(sided.Point);
            var release = muscle.Releases.First(way => wanted is { } technique ? way.Technique == technique : way.Points.IsEmpty || way.Points.Contains(point.Id));
            var picture = (sided.Side, SheetPicture.Of(point.Id, sided.Side, body, figures));
            if (entries.Count > 0 && entries[^1].Point.Id == point.Id && entries[^1].Release == release)
            {
                entries[^1] = entries[^1] with { Pictures = entries[^1].Pictures.Add(picture) };
                continue;
            }

            var technique = atlas.Technique(release.Technique);
            entries.Add(new SheetEntry(muscle, point, release, technique, release.Dose ?? technique.Dose, [picture]));
        }

        var named = entries.SelectMany(entry => entry.Muscle.Contraindications).ToHashSet(StringComparer.Ordinal);
        return new ReleaseSheet
        {
            Entries = [.. entries],
            Contraindications = [.. atlas.Safety.Contraindications.Where(item => named.Contains(item.Id)).OrderByDescending(item => item.Forbids)],
        };
    }
}

/// <summary>A point of a sheet, on one side or both.</summary>
/// <param name="Pictures">One for each side, in the order they are pressed.</param>
public sealed record SheetEntry(
    Muscle Muscle, TriggerPoint Point, Atlas.Release Release, Technique Technique, Dose Dose, ImmutableArray<(Side Side, SheetPicture Picture)> Pictures);
