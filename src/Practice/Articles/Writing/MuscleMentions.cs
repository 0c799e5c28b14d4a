using System.Collections.Immutable;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unknot.Practice.Articles.Writing;

/// <summary>Finds muscles that a text calls by their names, and makes the first of each in a paragraph a way to the muscle.</summary>
internal static class MuscleMentions
{
    internal static void Mark(MarkdownDocument document, ImmutableArray<(string Name, string Id)> names)
    {
        foreach (var leaf in document.Descendants<LeafBlock>().Where(leaf => leaf is { Inline: not null } and not HeadingBlock).ToList())
        {
            // A muscle that the paragraph links to needs no second link.
            var done = leaf.Inline!.Descendants<LinkInline>().Select(link => MuscleOf(link.Url)).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var literal in leaf.Inline!.Descendants<LiteralInline>().Where(literal => !IsWithinLink(literal)).ToList())
            {
                Mark(literal, names, done);
            }
        }
    }

    /// <summary>The muscle whose page an address is, known or not.</summary>
    internal static string? MuscleOf(string? address) => IdAfter("/muscles/", address);

    internal static string? IdAfter(string start, string? address)
    {
        if (address is null || !address.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var id = address.AsSpan(start.Length);
        var end = id.IndexOfAny('#', '?');
        id = end < 0 ? id : id[..end];
        return id.Length == 0 || id.Contains('/') ? null : id.ToString();
    }

    private static void Mark(LiteralInline literal, ImmutableArray<(string Name, string Id)> names, HashSet<string> done)
    {
        var text = literal.Content.ToString();
        var found = new List<(int Start, int Length, string Id)>();
        foreach (var (name, id) in names)
        {
            for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (IsWhole(text, at, name.Length) && !found.Exists(other => at < other.Start + other.Length && other.Start < at + name.Length))
                {
                    found.Add((at, name.Length, id));
                }
            }
        }

        found.Sort();
        found.RemoveAll(mention => !done.Add(mention.Id));
        if (found.Count == 0)
        {
            return;
        }

        // After one another: what is inserted before something is not found from the end any more.
        var (from, last) = (0, (Inline)literal);
        void Put(Inline next)
        {
            (next.Line, next.Span) = (literal.Line, literal.Span);
            last.InsertAfter(next);
            last = next;
        }

        foreach (var (start, length, id) in found)
        {
            Put(new LiteralInline { Content = new StringSlice(text[from..start]) });
            Put(new Mention(id, text.Substring(start, length)));
            from = start + length;
        }

        Put(new LiteralInline { Content = new StringSlice(text[from..]) });
        literal.Remove();
    }

    private static bool IsWhole(string text, int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (start + length == text.Length || !char.IsLetterOrDigit(text[start + length]));

    private static bool IsWithinLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return true;
            }
        }

        return false;
    }
}
