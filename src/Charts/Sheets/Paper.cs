using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Charts.Sheets;

/// <summary>A size of paper. A3 is a larger print of A4: the same sheet, every length times √2.</summary>
public sealed class Paper
{
    private Paper(string id, string name, Vector2 layout, float scale)
    {
        Id = id;
        Name = name;
        Layout = layout;
        Scale = scale;
    }

    public static Paper A4 { get; } = new("a4", "A4", new Vector2(595.28f, 841.89f), 1);

    public static Paper Letter { get; } = new("letter", "Letter", new Vector2(612, 792), 1);

    public static Paper A3 { get; } = new("a3", "A3", new Vector2(595.28f, 841.89f), 1.41421356f);

    public static ImmutableArray<Paper> All { get; } = [A4, Letter, A3];

    /// <summary>As in addresses and on the command line.</summary>
    public string Id { get; }

    public string Name { get; }

    /// <summary>The size that sheets are laid out for, in points.</summary>
    internal Vector2 Layout { get; }

    /// <summary>How much larger it is printed.</summary>
    internal float Scale { get; }

    /// <param name="id">In any case.</param>
    /// <returns><c>null</c> when there is no such paper.</returns>
    public static Paper? Find(string id) => All.FirstOrDefault(paper => paper.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
