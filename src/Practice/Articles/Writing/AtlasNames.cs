using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Unknot.Practice.Articles.Writing;

/// <summary>What an article may speak of: the ids of the atlas, and the names by which it mentions a muscle. Made where the atlas is known.</summary>
public sealed class AtlasNames
{
    /// <param name="muscles">Each with the names that stand for it in a text.</param>
    public AtlasNames(
        IEnumerable<(string Id, ImmutableArray<string> Names)> muscles,
        IEnumerable<string> points,
        IEnumerable<string> regions,
        IEnumerable<string> techniques,
        IEnumerable<string> programmes,
        IEnumerable<string> sources)
    {
        var all = muscles.ToArray();
        Muscles = all.Select(muscle => muscle.Id).ToFrozenSet();
        Points = points.ToFrozenSet();
        Regions = regions.ToFrozenSet();
        Techniques = techniques.ToFrozenSet();
        Programmes = programmes.ToFrozenSet();
        Sources = sources.ToFrozenSet();

        // The longest first, so that a short name never takes a part of a longer one.
        NamesOfMuscles =
        [
            .. all.SelectMany(muscle => muscle.Names.Select(name => (Name: name, muscle.Id)))
                .DistinctBy(named => named.Name, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(named => named.Name.Length),
        ];
    }

    internal FrozenSet<string> Muscles { get; }

    internal FrozenSet<string> Points { get; }

    internal FrozenSet<string> Regions { get; }

    internal FrozenSet<string> Techniques { get; }

    internal FrozenSet<string> Programmes { get; }

    internal FrozenSet<string> Sources { get; }

    internal ImmutableArray<(string Name, string Id)> NamesOfMuscles { get; }
}
