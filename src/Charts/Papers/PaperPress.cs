using Unknot.Charts.Sheets;

namespace Unknot.Charts.Papers;

/// <summary>Makes files of documents.</summary>
public static class PaperPress
{
    /// <summary>Where letters are written on Letter paper (CLDR, paper size).</summary>
    private static readonly string[] LetterCountries = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"];

    /// <param name="country">Two letters of ISO 3166-1; may be empty.</param>
    public static Paper PaperOf(string country) => LetterCountries.Contains(country, StringComparer.Ordinal) ? Paper.Letter : Paper.A4;

    /// <summary>
    /// A PDF with real text, embedded fonts and the structure that a screen reader needs: headings, paragraphs, tables with their headings. The same document gives the
    /// same bytes. Letters are set from left to right; those that the font lacks become boxes, and the file says so.
    /// </summary>
    public static byte[] ToPdf(PaperText text, Paper paper) => new PaperLayout(text, paper).Write();
}
