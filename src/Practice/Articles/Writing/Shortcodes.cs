using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unknot.Practice.Articles.Writing;

/// <summary><c>[[name arguments]]</c> on a line of its own.</summary>
internal sealed class ShortcodeBlock(BlockParser parser, string name, string arguments) : LeafBlock(parser)
{
    internal string Name => name;

    internal string Arguments => arguments;
}

/// <summary><c>[[name arguments]]</c> within a line, where it cannot stand.</summary>
internal sealed class StrayShortcode : LeafInline;

/// <summary><c>[@id; @other-id]</c>.</summary>
internal sealed class Citation(ImmutableArray<string> sources) : LeafInline
{
    internal ImmutableArray<string> Sources => sources;

    /// <summary>Number and id of those that there are; set when the whole text is read.</summary>
    internal ImmutableArray<(int Number, bool IsFirst)> Numbers { get; set; } = [];
}

/// <summary>A muscle called by its name.</summary>
internal sealed class Mention(string muscle, string words) : LeafInline
{
    internal string Muscle => muscle;

    internal string Words => words;
}

internal sealed partial class ShortcodeParser : BlockParser
{
    public ShortcodeParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Line().Match(processor.Line.ToString()) is not { Success: true } match)
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(new ShortcodeBlock(this, match.Groups["name"].Value, match.Groups["arguments"].Value)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.BreakDiscard;
    }

    [GeneratedRegex(@"^\[\[(?<name>[a-z-]+)(\s+(?<arguments>.*?))?\s*\]\]\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}

internal sealed partial class CitationParser : InlineParser
{
    private const int LongestCitation = 600;

    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() is not ('@' or '['))
        {
            return false;
        }

        // Never more than a few hundred characters are looked at, however many brackets a text opens.
        var ahead = slice.Text.AsSpan(slice.Start, Math.Min(LongestCitation, slice.End - slice.Start + 1));
        var close = ahead.IndexOf(']');
        if (close < 0)
        {
            return false;
        }

        var inside = ahead[1..close].ToString();
        LeafInline? found = null;
        var length = close + 1;
        if (inside[0] == '@' && Ids().IsMatch(inside))
        {
            found = new Citation([.. inside.Split(';', StringSplitOptions.TrimEntries).Select(each => each[1..])]);
        }
        else if (inside[0] == '[' && Name().IsMatch(inside) && ahead.Length > close + 1 && ahead[close + 1] == ']')
        {
            found = new StrayShortcode();
            length++;
        }

        if (found is null)
        {
            return false;
        }

        found.Span.Start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        (found.Line, found.Column) = (line, column);
        processor.Inline = found;
        slice.Start += length;
        return true;
    }

    [GeneratedRegex(@"^@[a-z0-9-]+(\s*;\s*@[a-z0-9-]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"^\[[a-z-]+(\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
