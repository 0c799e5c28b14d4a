using System.Numerics;
using Unknot.Charts.Layout;
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

    /// <summary>Every two dots that mark points and cover one another.</summary>
    /// <param name="least">Smaller ones are left out: they show where a number that was moved belongs.</param>
    internal static IEnumerable<string> OverlappingDots(this Sheet sheet, float least = 0)
    {
        var dots = sheet.Marks.OfType<Mark.Shape>().Where(shape => shape.Fill == Colours.Point).Select(shape =>
        {
            var places = shape.Path.Steps.Where(step => step.Kind != Outline.StepKind.Close).Select(step => step.To).ToList();
            return Box.Between(places.Aggregate(Vector2.Min), places.Aggregate(Vector2.Max));
        }).Where(dot => dot.Width > least).ToList();
        for (var i = 0; i < dots.Count; i++)
        {
            for (var j = i + 1; j < dots.Count; j++)
            {
                if (Vector2.Distance(dots[i].Middle, dots[j].Middle) < (dots[i].Width + dots[j].Width) / 2)
                {
                    yield return $"{dots[i].Middle} and {dots[j].Middle}";
                }
            }
        }
    }
}
