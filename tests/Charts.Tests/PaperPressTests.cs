using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Unknot.Charts.Fonts;
using Unknot.Charts.Papers;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Tests;

public sealed partial class PaperPressTests
{
    private static readonly PaperText Short = new()
    {
        Title = "Receipt 2026-0001, Manos Tranquilas",
        From = "Manos Tranquilas – Peña & Söhne",
        FromLines = ["12 Quiet Lane", "Łódź", "(518) 555-0142"],
        Kind = "Receipt",
        Marks = [new("Number", "2026-0001"), new("Issued", "March 2, 2026")],
        Notices = ["Copy"],
        Blocks =
        [
            new PaperBlock.Facts([new("Patient", "Żaneta Grzegżółka"), new("Paid by", "Δημήτρης Παπαδόπουλος"), new("Treated by", ["Юрій Ґоць, LMT", "License 1 (NY)"])]),
            new PaperBlock.Table("Care", "What was done", [new("Day", 2), new("Amount", 1, IsAmount: true)], [[PaperCell.Of("March 2, 2026", "10:00 AM – 11:00 AM"), PaperCell.Of("$95.00")]], [[PaperCell.Of("Total"), PaperCell.Of("$95.00")]]),
            new PaperBlock.Table("Not medical care", "What else was paid", [new("For", 2), new("Amount", 1, IsAmount: true)], [[PaperCell.Of("Tip"), PaperCell.Of("$5.00")]], [], IsApart: true),
            new PaperBlock.Words("Total received: $100.00", IsStrong: true),
        ],
        Foot = "Receipt 2026-0001",
        Date = new DateOnly(2026, 3, 2),
    };

    [Fact]
    public void Every_word_can_be_read_back_in_any_alphabet_that_the_font_has()
    {
        var pdf = new PdfText(PaperPress.ToPdf(Short, Paper.Letter));

        string[] words = [Short.From, "Łódź", "(518) 555-0142", "Receipt", "2026-0001", "March 2, 2026", "Copy", "Żaneta Grzegżółka", "Δημήτρης Παπαδόπουλος", "Юрій Ґоць, LMT", "License 1 (NY)", "10:00 AM – 11:00 AM", "$95.00", "Not medical care", "Total received: $100.00", "Page 1 of 1"];
        Assert.All(words, word => Assert.Contains(word, pdf.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("box stands", pdf.Text, StringComparison.Ordinal);
        Assert.Equal(1, pdf.PageCount);
        Assert.Equal(pdf.AllFonts.Order(StringComparer.Ordinal), pdf.EmbeddedFonts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_document_is_the_same_file_on_each_paper()
    {
        Assert.Equal(PaperPress.ToPdf(Short, Paper.A4), PaperPress.ToPdf(Short, Paper.A4));
        Assert.NotEqual(PaperPress.ToPdf(Short, Paper.A4), PaperPress.ToPdf(Short, Paper.Letter));
        Assert.Equal((Paper.Letter, Paper.A4, Paper.A4), (PaperPress.PaperOf("US"), PaperPress.PaperOf("DE"), PaperPress.PaperOf("")));
    }

    [Fact]
    public void Letters_that_the_font_lacks_are_boxes_and_the_file_says_so()
    {
        var text = Read(Short with { From = "王秀英 and לאה" });

        Assert.Contains("□□□ and □□□", text, StringComparison.Ordinal);
        Assert.Contains("a box stands for each one", text.Replace('\n', ' ').Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\u0000b\u0007c\u001B[31md\u202Eevil\u2028x\r\ny", "a b c [31mdevil x y")]
    [InlineData("Jose\u0301", "Jose\u0301")]
    [InlineData("(paren) \\ <dict> /Name endobj stream\n", "(paren) \\ <dict> /Name endobj stream")]
    public void What_could_break_a_file_or_a_line_is_only_letters(string name, string shown) =>
        Assert.Contains(shown, Read(Short with { From = name }).Replace(" \n", " ", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Half_a_letter_is_a_box() => Assert.Contains("half □ pair", Read(Short with { From = $"half {'\uD83D'} pair" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("WWWWWWWWWW")]
    [InlineData("e\u0301e\u0301ii")]
    [InlineData("a b")]
    public void Long_words_and_names_of_300_letters_wrap_and_lose_nothing(string piece)
    {
        var name = string.Concat(Enumerable.Repeat(piece, 300))[..300].Trim();
        var text = Short with { From = name, Blocks = [new PaperBlock.Facts([new("Patient", name), new("Paid by", name), new("By", name)]), new PaperBlock.Table("Care", "x", [new("A", 1), new("B", 5)], [[PaperCell.Of(name), PaperCell.Of(name)]], [])] };

        var read = WithoutSpaces(Read(text));
        Assert.Equal(6, Occurrences(read, WithoutSpaces(name)));
        Assert.All(Breaking.Lines(Breaking.Clean(name, Typeface.Regular), Typeface.Regular, 10, 80), line => Assert.True(Typeface.Regular.Measure(line.TrimEnd(), 10) <= 80));
    }

    [Fact]
    public void A_long_table_goes_on_with_its_headings_and_no_row_is_lost()
    {
        var rows = Enumerable.Range(1, 120).Select(row => ImmutableArray.Create(PaperCell.Of($"visit {row}.", "60 minutes"), PaperCell.Of("$95.00"))).ToImmutableArray();
        var file = PaperPress.ToPdf(Short with { Blocks = [new PaperBlock.Table("Care", "Visits", [new("Day of it", 2), new("Amount", 1, IsAmount: true)], rows, [[PaperCell.Of("Total"), PaperCell.Of("$11,400.00")]], IsApart: true)] }, Paper.Letter);
        var pdf = new PdfText(file);

        Assert.InRange(pdf.PageCount, 5, 8);
        Assert.Equal(pdf.PageCount, Occurrences(pdf.Text, "Day of it"));
        Assert.All(Enumerable.Range(1, 120), row => Assert.Equal(1, Occurrences(pdf.Text, $"visit {row}.")));
        Assert.All(Enumerable.Range(1, pdf.PageCount), page => Assert.Contains($"Page {page} of {pdf.PageCount}", pdf.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_mark_is_part_of_the_structure_or_says_that_it_means_nothing()
    {
        var file = PaperPress.ToPdf(Short, Paper.A4);
        var plain = Encoding.Latin1.GetString(file);
        var content = PdfText.ContentsOf(file);

        Assert.Contains("/MarkInfo << /Marked true >>", plain, StringComparison.Ordinal);
        Assert.Contains("/Lang (en-US)", plain, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", plain, StringComparison.Ordinal);
        foreach (var type in new[] { "Document", "H1", "H2", "P", "Sect", "Table", "TR", "TH", "TD" })
        {
            Assert.Contains($"/S /{type} ", plain, StringComparison.Ordinal);
        }

        // Pieces are numbered from 0, each once, and no text stands outside of one.
        var numbers = Piece().Matches(content).Select(piece => int.Parse(piece.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(0, numbers.Count), numbers);
        Assert.Equal(numbers.Count, Occurrences(plain, "/MCID "));
        Assert.Equal(Occurrences(content, " Tj"), Inside().Matches(content).Sum(inside => Occurrences(inside.Value, " Tj")));
        Assert.Equal(Occurrences(content, "BDC\n") + Occurrences(content, "BMC\n"), Occurrences(content, "EMC\n"));
    }

    private static string Read(PaperText text) => new PdfText(PaperPress.ToPdf(text, Paper.A4)).Text;

    private static string WithoutSpaces(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static int Occurrences(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    [GeneratedRegex("/MCID (?<number>[0-9]+) >> BDC", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Piece();

    [GeneratedRegex("(BDC|BMC)\n.*?EMC\n", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Inside();
}
