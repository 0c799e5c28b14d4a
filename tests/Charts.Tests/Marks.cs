using Unknot.Charts.Sheets;

namespace Unknot.Charts.Tests;

/// <summary>Finds things on sheets.</summary>
internal static class Marks
{
    internal static IEnumerable<Mark> Flat(this IEnumerable<Mark> marks) => marks.SelectMany(mark => mark is Mark.Link link ? link.Marks.Flat() : [mark]);

    internal static List<Mark.Text> Texts(this Sheet sheet) => [.. sheet.Marks.Flat().OfType<Mark.Text>()];

    /// <summary>Every two texts of a sheet that cover one another.</summary>
    internal static IEnumerable<string> OverlappingTexts(this Sheet sheet)
    {
        var texts = sheet.Texts();
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                if (texts[i].Extent.Grown(-0.15f).Overlaps(texts[j].Extent.Grown(-0.15f)))
                {
                    yield return $"'{texts[i].Words}' at {texts[i].At} and '{texts[j].Words}' at {texts[j].At}";
                }
            }
        }
    }

    internal static IEnumerable<string> TextsBeyondThePaper(this Sheet sheet) =>
        sheet.Texts().Where(text => text.Left < 20 || text.Left + text.Width > sheet.Size.X - 20 || text.At.Y < 20 || text.At.Y > sheet.Size.Y - 20)
            .Select(text => $"'{text.Words}' at {text.At}");
}
