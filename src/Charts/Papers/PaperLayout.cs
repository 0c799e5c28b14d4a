using System.Collections.Immutable;
using System.Globalization;
using Unknot.Charts.Fonts;
using Unknot.Charts.Layout;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Papers;

/// <summary>Lays a document out on sides of paper, from the top to the bottom. Lengths in points.</summary>
internal sealed class PaperLayout
{
    private const float Margin = 54;
    private const float Foot = 56;
    private const float Gap = 18;
    private const float SmallSize = 8.5f;
    private const float TextSize = 9.5f;
    private const float Leading = 1.32f;
    private const float Padding = 5;
    private const float ColumnGap = 10;
    private const int FactsInARow = 3;
    private const string Lost = "This file cannot show every letter: a box stands for each one that it lacks. The page on the site shows them all.";

    private readonly PaperText text;
    private readonly PaperFile file;
    private readonly float width;
    private readonly float bottom;
    private float y;

    internal PaperLayout(PaperText text, Paper paper)
    {
        this.text = AllTexts(text).Any(each => Breaking.Loses(each, Typeface.Regular)) ? text with { Blocks = text.Blocks.Add(new PaperBlock.Words(Lost)) } : text;
        file = new PaperFile(paper);
        width = file.Size.X - (2 * Margin);
        bottom = file.Size.Y - Foot;
    }

    internal byte[] Write()
    {
        NewPage();
        Head();
        foreach (var notice in text.Notices)
        {
            Notice(notice);
        }

        foreach (var block in text.Blocks)
        {
            switch (block)
            {
                case PaperBlock.Facts facts:
                    Facts(facts.Of);
                    break;
                case PaperBlock.Table table:
                    Table(table);
                    break;
                case PaperBlock.Words words:
                    Words(words);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }

            y += Gap;
        }

        Feet();
        return file.Write(text.Title, text.From, text.Date);
    }

    private void NewPage()
    {
        file.AddPage();
        y = Margin;
    }

    /// <summary>Goes to a new side when so much does not fit on this one.</summary>
    private bool Room(float height)
    {
        if (y + height <= bottom || y <= Margin)
        {
            return false;
        }

        NewPage();
        return true;
    }

    private void Head()
    {
        var (top, rightWidth) = (y, 190f);
        var document = file.Tags.Document;
        Lines(file.Tags.Add("P", document), text.From, Typeface.SemiBold, 14, Colours.Text, Margin, width - rightWidth - Gap);
        foreach (var line in text.FromLines)
        {
            Lines(file.Tags.Add("P", document), line, Typeface.Regular, TextSize, Colours.Muted, Margin, width - rightWidth - Gap);
        }

        var left = y;
        y = top;
        var right = Margin + width - rightWidth;
        Lines(file.Tags.Add("H1", document), text.Kind, Typeface.SemiBold, 20, Colours.Point, right, rightWidth, isRight: true);
        y += 3;
        foreach (var mark in text.Marks)
        {
            var element = file.Tags.Add("P", document);
            var value = mark.Lines[0];
            var valueWidth = Typeface.SemiBold.Measure(value, TextSize);
            var name = $"{mark.Name} ";
            var baseline = y + (TextSize * 0.95f);
            file.Text(element, name, Typeface.Regular, TextSize, Colours.Muted, right + rightWidth - valueWidth - Typeface.Regular.Measure(name, TextSize), baseline);
            file.Text(element, Breaking.Clean(value, Typeface.SemiBold), Typeface.SemiBold, TextSize, Colours.Text, right + rightWidth - valueWidth, baseline);
            y += TextSize * Leading;
        }

        y = MathF.Max(left, y) + 12;
        file.Shape(Outline.Of(new Box(Margin, y, width, 1.4f)), Colours.Point);
        y += Gap - 4;
    }

    private void Notice(string notice)
    {
        var lines = Breaking.Lines(Breaking.Clean(notice, Typeface.SemiBold), Typeface.SemiBold, 11, width - 24);
        var height = (lines.Length * 11 * Leading) + 14;
        Room(height);
        file.Shape(Outline.Of(new Box(Margin, y, width, height), 3), null, Colours.Pain, 1);
        y += 7;
        Lines(file.Tags.Add("P", file.Tags.Document), notice, Typeface.SemiBold, 11, Colours.Pain, Margin + 12, width - 24);
        y += 7 + 12;
    }

    private void Facts(ImmutableArray<PaperFact> facts)
    {
        var each = facts.Length == 1 ? width : (width - ((FactsInARow - 1) * Gap)) / FactsInARow;
        foreach (var row in facts.Chunk(FactsInARow))
        {
            Room(row.Max(fact => FactHeight(fact, each)));
            var (top, low) = (y, y);
            for (var place = 0; place < row.Length; place++)
            {
                y = top;
                Fact(row[place], Margin + (place * (each + Gap)), each);
                low = MathF.Max(low, y);
            }

            y = low + 10;
        }

        y -= 10;
    }

    private void Fact(PaperFact fact, float left, float room)
    {
        var element = file.Tags.Add("P", file.Tags.Document);
        Lines(element, fact.Name, Typeface.Regular, SmallSize, Colours.Muted, left, room, goesOn: true);
        y += 1;
        for (var line = 0; line < fact.Lines.Length; line++)
        {
            var (face, size) = line == 0 ? (Typeface.SemiBold, 10.5f) : (Typeface.Regular, TextSize);
            Lines(element, fact.Lines[line], face, size, Colours.Text, left, room, goesOn: line < fact.Lines.Length - 1);
        }
    }

    private static float FactHeight(PaperFact fact, float room) =>
        (SmallSize * Leading) + 1 + fact.Lines.Select((line, place) => place == 0 ? Height(line, Typeface.SemiBold, 10.5f, room) : Height(line, Typeface.Regular, TextSize, room)).Sum();

    private void Words(PaperBlock.Words words)
    {
        var (face, size) = words.IsStrong ? (Typeface.SemiBold, 12.5f) : (Typeface.Regular, TextSize);
        Room(MathF.Min(Height(words.Text, face, size, width), bottom - Margin));
        Lines(file.Tags.Add("P", file.Tags.Document), words.Text, face, size, Colours.Text, Margin, width);
        y -= words.IsStrong ? 4 : 10;
    }

    private void Table(PaperBlock.Table table)
    {
        var section = file.Tags.Add("Sect", file.Tags.Document);
        var inset = table.IsApart ? 12f : 0;
        var columns = Columns(table.Columns, inset);
        var first = table.Rows.IsEmpty ? 0 : RowHeight(table.Rows[0], columns, isSum: false);
        Room((table.Heading.Length > 0 ? 26 : 0) + HeadingsHeight(table.Columns, columns) + first + (table.Rows.Length == 1 ? table.Sums.Sum(sum => RowHeight(sum, columns, isSum: true)) : 0));
        if (table.IsApart)
        {
            Ground(table, 8);
            y += 8;
        }

        if (table.Heading.Length > 0)
        {
            Ground(table, (12 * Leading) + 6);
            Lines(file.Tags.Add("H2", section), table.Heading, Typeface.SemiBold, 12, Colours.Text, Margin + inset, width - (2 * inset));
            y += 6;
        }

        var element = file.Tags.Add("Table", section, $"/A << /O /Table /Summary {Writing.PdfFile.Text(table.Name)} >> ");
        Headings(table, columns, file.Tags.Add("TR", element));
        foreach (var (row, isSum) in table.Rows.Select(row => (row, false)).Concat(table.Sums.Select(row => (row, true))))
        {
            var height = RowHeight(row, columns, isSum);
            if (Room(height))
            {
                // The eye needs the headings again; the ear has them from the structure.
                Headings(table, columns, null);
            }

            Row(table, row, columns, height, isSum, file.Tags.Add("TR", element));
        }

        if (table.IsApart)
        {
            Ground(table, 8);
            y += 8;
        }
    }

    private void Headings(PaperBlock.Table table, ImmutableArray<(float Left, float Width)> columns, TagTree.Element? row)
    {
        var height = HeadingsHeight(table.Columns, columns);
        Ground(table, height);
        var top = y;
        for (var place = 0; place < columns.Length; place++)
        {
            y = top;
            var column = table.Columns[place];
            var lines = Breaking.Lines(Breaking.Clean(column.Name, Typeface.Regular), Typeface.Regular, SmallSize, columns[place].Width);
            if (row is not null)
            {
                Put(file.Tags.Add("TH", row, "/A << /O /Table /Scope /Column >> "), lines, Typeface.Regular, SmallSize, Colours.Muted, columns[place], column.IsAmount, goesOn: false);
                continue;
            }

            foreach (var line in lines)
            {
                var left = column.IsAmount ? columns[place].Left + columns[place].Width - Typeface.Regular.Measure(line.TrimEnd(), SmallSize) : columns[place].Left;
                file.TextBeside(file.PageCount - 1, line, Typeface.Regular, SmallSize, Colours.Muted, left, y + (SmallSize * 0.95f));
                y += SmallSize * Leading;
            }
        }

        y = top + height;
        file.Shape(Outline.Of(new Box(columns[0].Left, y - 1, columns[^1].Left + columns[^1].Width - columns[0].Left, 0.8f)), Colours.Muted);
    }

    private void Row(PaperBlock.Table table, ImmutableArray<PaperCell> row, ImmutableArray<(float Left, float Width)> columns, float height, bool isSum, TagTree.Element element)
    {
        Ground(table, height);
        var top = y;
        for (var place = 0; place < columns.Length; place++)
        {
            y = top + Padding;
            var cell = file.Tags.Add("TD", element);
            var lines = row[place].Lines;
            for (var line = 0; line < lines.Length; line++)
            {
                var (face, size, ink) = Looks(line, isSum);
                var broken = Breaking.Lines(Breaking.Clean(lines[line], face), face, size, columns[place].Width);
                Put(cell, broken, face, size, ink, columns[place], table.Columns[place].IsAmount, goesOn: line < lines.Length - 1);
            }
        }

        y = top + height;
        file.Shape(Outline.Of(new Box(columns[0].Left, y - 0.5f, columns[^1].Left + columns[^1].Width - columns[0].Left, 0.5f)), Colours.Rule);
    }

    private static (Typeface Face, float Size, Ink Ink) Looks(int line, bool isSum) =>
        line > 0 ? (Typeface.Regular, SmallSize, Colours.Muted) : isSum ? (Typeface.SemiBold, TextSize, Colours.Text) : (Typeface.Regular, TextSize, Colours.Text);

    private static float RowHeight(ImmutableArray<PaperCell> row, ImmutableArray<(float Left, float Width)> columns, bool isSum) =>
        (2 * Padding) + row.Select((cell, place) => cell.Lines.Select((line, number) =>
        {
            var (face, size, _) = Looks(number, isSum);
            return Height(line, face, size, columns[place].Width);
        }).Sum()).Max();

    private static float HeadingsHeight(ImmutableArray<PaperColumn> columns, ImmutableArray<(float Left, float Width)> places) =>
        4 + columns.Select((column, place) => Height(column.Name, Typeface.Regular, SmallSize, places[place].Width)).Max();

    private ImmutableArray<(float Left, float Width)> Columns(ImmutableArray<PaperColumn> columns, float inset)
    {
        var room = width - (2 * inset) - (ColumnGap * (columns.Length - 1));
        var all = columns.Sum(column => column.Share);
        var left = Margin + inset;
        var result = ImmutableArray.CreateBuilder<(float, float)>();
        foreach (var column in columns)
        {
            var own = room * column.Share / all;
            result.Add((left, own));
            left += own + ColumnGap;
        }

        return result.ToImmutable();
    }

    /// <summary>A ground under what comes next, a hair taller so that no seam shows.</summary>
    private void Ground(PaperBlock.Table table, float height)
    {
        if (table.IsApart)
        {
            file.Shape(Outline.Of(new Box(Margin, y, width, height + 0.3f)), Ink.Of(0xf3eee7));
        }
    }

    private void Lines(TagTree.Element element, string words, Typeface face, float size, Ink ink, float left, float room, bool isRight = false, bool goesOn = false)
    {
        foreach (var line in Breaking.Lines(Breaking.Clean(words, face), face, size, room))
        {
            if (y + (size * Leading) > bottom)
            {
                NewPage();
            }

            Put(element, [line], face, size, ink, (left, room), isRight, goesOn);
        }
    }

    /// <param name="goesOn">More of the same element follows, and a word must not grow together with the next.</param>
    private void Put(TagTree.Element element, ImmutableArray<string> lines, Typeface face, float size, Ink ink, (float Left, float Width) column, bool isRight, bool goesOn)
    {
        for (var place = 0; place < lines.Length; place++)
        {
            var line = lines[place];
            var left = isRight ? column.Left + column.Width - face.Measure(line.TrimEnd(), size) : column.Left;
            file.Text(element, goesOn && place == lines.Length - 1 ? $"{line.TrimEnd()} " : line, face, size, ink, left, y + (size * 0.95f));
            y += size * Leading;
        }
    }

    private static float Height(string words, Typeface face, float size, float room) => Breaking.Lines(Breaking.Clean(words, face), face, size, room).Length * size * Leading;

    private void Feet()
    {
        var baseline = file.Size.Y - 34;
        for (var page = 0; page < file.PageCount; page++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"Page {page + 1} of {file.PageCount}");
            var numberLeft = Margin + width - Typeface.Regular.Measure(number, SmallSize);
            var foot = Breaking.Lines(Breaking.Clean(text.Foot, Typeface.Regular), Typeface.Regular, SmallSize, numberLeft - Margin - Gap)[0];
            file.TextBeside(page, foot, Typeface.Regular, SmallSize, Colours.Muted, Margin, baseline);
            file.TextBeside(page, number, Typeface.Regular, SmallSize, Colours.Muted, numberLeft, baseline);
        }
    }

    private static IEnumerable<string> AllTexts(PaperText text) =>
    [
        text.From, .. text.FromLines, .. text.Notices, .. text.Marks.SelectMany(mark => mark.Lines),
        .. text.Blocks.SelectMany(block => block switch
        {
            PaperBlock.Facts facts => facts.Of.SelectMany(fact => fact.Lines),
            PaperBlock.Table table => table.Rows.SelectMany(row => row.SelectMany(cell => cell.Lines)),
            PaperBlock.Words words => [words.Text],
            _ => [],
        }),
    ];
}
