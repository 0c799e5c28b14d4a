using System.Collections.Immutable;

namespace Unknot.Practice.Articles.Writing;

/// <summary>A stretch of an article: text, or something of the atlas that the page draws between two texts.</summary>
public abstract record ArticlePart
{
    private ArticlePart()
    {
    }

    /// <param name="Html">Ready for a page: nothing of what was written can act.</param>
    public sealed record Text(string Html) : ArticlePart;

    /// <summary><c>[[muscle id]]</c>.</summary>
    public sealed record Muscle(string Id) : ArticlePart;

    /// <summary><c>[[technique id]]</c>.</summary>
    public sealed record Technique(string Id) : ArticlePart;

    /// <summary><c>[[programme id]]</c>.</summary>
    public sealed record Programme(string Id) : ArticlePart;

    /// <summary><c>[[booking]]</c>.</summary>
    public sealed record Booking : ArticlePart;

    /// <summary><c>[[figure muscles=… points=… view=… side=… caption="…"]]</c>.</summary>
    /// <param name="Muscles">Ids; may be empty when there are points.</param>
    /// <param name="Points">Ids; may be empty when there are muscles.</param>
    /// <param name="View"><c>front</c>, <c>back</c>, <c>left</c> or <c>right</c>.</param>
    /// <param name="Side"><c>left</c>, <c>right</c> or <c>both</c>.</param>
    /// <param name="Caption">What is to be seen, in words; never empty.</param>
    public sealed record Figure(ImmutableArray<string> Muscles, ImmutableArray<string> Points, string View, string Side, string Caption) : ArticlePart;
}
