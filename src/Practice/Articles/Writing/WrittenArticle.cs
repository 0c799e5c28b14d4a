using System.Collections.Immutable;
using Markdig.Syntax;
using Unknot.Practice.Pictures;

namespace Unknot.Practice.Articles.Writing;

/// <summary>The text of an article, read: what it consists of, what it speaks of, and what is wrong with it.</summary>
public sealed class WrittenArticle
{
    private const int WordsAMinute = 230;

    private readonly ImmutableArray<(MarkdownDocument? Text, ArticlePart? Card)> stretches;

    internal WrittenArticle(ImmutableArray<(MarkdownDocument? Text, ArticlePart? Card)> stretches) => this.stretches = stretches;

    /// <summary>In the order of their lines.</summary>
    public required ImmutableArray<TextProblem> Problems { get; init; }

    /// <summary>Ids of the sources it cites, in the order of their numbers, which start at 1.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    public required ImmutableArray<ArticleHeading> Headings { get; init; }

    /// <summary>Muscles it speaks of, in the order of their first mention.</summary>
    public required ImmutableArray<string> Muscles { get; init; }

    /// <summary>Regions it links to.</summary>
    public required ImmutableArray<string> Regions { get; init; }

    /// <summary>The pictures it shows.</summary>
    public required ImmutableArray<PictureId> Pictures { get; init; }

    /// <summary>Its words without any marks.</summary>
    public required string PlainText { get; init; }

    /// <summary>When it is nested so deeply that it cannot be read as Markdown.</summary>
    public required bool IsTooDeep { get; init; }

    public int Words => PlainText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>At 230 words a minute; at least 1.</summary>
    public int ReadingMinutes => Math.Max(1, (int)Math.Round(Words / (double)WordsAMinute, MidpointRounding.AwayFromZero));

    /// <param name="pictures">Those of <see cref="Pictures"/> that there are; others are left out.</param>
    /// <param name="address">Gives each address on the same site the form that the page needs; null leaves them.</param>
    public ImmutableArray<ArticlePart> Parts(IReadOnlyDictionary<PictureId, Picture> pictures, Func<string, string>? address = null) =>
        [.. stretches.Select(stretch => stretch.Card ?? new ArticlePart.Text(ArticleText.Write(stretch.Text!, pictures, address)))];
}

/// <param name="Line">From 1.</param>
public sealed record TextProblem(int Line, string Message);

/// <param name="Level">2 to 6.</param>
/// <param name="Id">Of its place on the page.</param>
public sealed record ArticleHeading(int Level, string Id, string Words);
