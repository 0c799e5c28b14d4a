using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Output;

/// <summary>The views that all builds share: head, hands and feet. Hands stand with their fingers up, feet with their toes up.</summary>
internal static class CloseUps
{
    private const float Step = 0.25f;
    private const float Margin = 10;
    private const float FontSize = 9.5f;

    /// <summary>Below the part, for the words.</summary>
    private const float LabelStrip = 17;

    private const float ForearmMillimetres = 84;
    private const float ShinMillimetres = 95;
    private const float LimbFade = 52;

    /// <summary>The top of a foot is seen from above and in front, as far as the shin does not hide it.</summary>
    private const float FootTiltDegrees = 40;

    internal static ImmutableArray<View> Of(BodyAtlas body, ImmutableArray<Region> regions, ImmutableArray<Landmark> landmarks)
    {
        bool[] Left(Func<Region, bool> belongs) => PartOfView.Cells(body, regions, (region, side) => side == Side.Left && belongs(region));
        Vector3 Place(string id) => landmarks.Single(landmark => landmark.Id.ToString() == id).Position is [var x, var y, var z]
            ? new Vector3(x, y, z)
            : throw new InvalidOperationException($"The landmark {id} has no place.");

        var wrist = (Place("wrist-palm") + Place("wrist-back")) / 2;
        var fingers = Vector3.Normalize(Place("middle-knuckle") - wrist);
        var palm = Vector3.Normalize(Vector3.Cross(fingers, Place("index-knuckle") - Place("little-knuckle")));
        palm = palm.Z < 0 ? -palm : palm;
        var hand = Left(region => region.Part == BodyPart.ForearmHand);
        var lowestOfHand = Vector3.Dot(wrist, fingers) - ForearmMillimetres;

        var toes = Vector3.Normalize((Place("toe-2-tip") - Place("heel-back")) with { Y = 0 });
        var (sine, cosine) = MathF.SinCos(FootTiltDegrees * MathF.PI / 180);
        var (above, ahead) = ((Vector3.UnitY * cosine) + (toes * sine), (toes * cosine) - (Vector3.UnitY * sine));
        var leg = Left(region => region.Part == BodyPart.LegFoot);
        var foot = Left(region => region.Part == BodyPart.LegFoot && region.Id.ToString() is not ("shin" or "calf" or "inner-lower-leg" or "outer-lower-leg" or "inner-ankle" or "outer-ankle"));
        var lowestOfFoot = Vector3.Dot(Place("ankle-front"), ahead) - ShinMillimetres;

        return
        [
            .. Heads(PartOfView.Cells(body, regions, (_, _) => true)),
            .. BothSides("hand-palm", side => $"The palm of your {side} hand", side => $"your {side} hand, palm", palm, fingers, hand, lowestOfHand),
            .. BothSides("hand-back", side => $"The back of your {side} hand", side => $"your {side} hand, back", -palm, fingers, hand, lowestOfHand),
            .. BothSides("foot-sole", side => $"The sole of your {side} foot", side => $"your {side} foot, sole", -Vector3.UnitY, toes, foot, lowest: null),
            .. BothSides("foot-top", side => $"The top of your {side} foot", side => $"your {side} foot, top", above, ahead, leg, lowestOfFoot),
        ];

        IEnumerable<View> BothSides(string name, Func<string, string> title, Func<string, string> label, Vector3 toward, Vector3 up, bool[] part, float? lowest)
        {
            var left = Limb(body.Surface, Vector3.Cross(up, toward), up, part, lowest) with
            {
                Name = $"{name}-left",
                Title = title("left"),
            };
            left = left with { Labels = [new(label("left"), left.Width / 2, left.Height - (LabelStrip / 2))] };
            yield return left;
            yield return left with
            {
                Name = $"{name}-right",
                Title = title("right"),
                Right = Vector3.Reflect(-left.Right, Vector3.UnitX),
                Up = Vector3.Reflect(left.Up, Vector3.UnitX),
                OriginX = left.Width - left.OriginX,
                Part = PartOfView.Mirrored(part),
                Labels = [left.Labels[0] with { Text = label("right") }],
            };
        }
    }

    /// <param name="lowest">Where the limb is cut off, along <paramref name="up"/>; <c>null</c> for a part that ends by itself.</param>
    private static View Limb(Surface surface, Vector3 right, Vector3 up, bool[] part, float? lowest)
    {
        // What lies below the cut is wider and must not widen the window.
        var shown = part.ToArray();
        foreach (var cell in surface.Cells)
        {
            shown[cell.Value] &= lowest is null || Vector3.Dot(surface.CentreOf(cell), up) > lowest;
        }

        var (least, most) = PartOfView.Extent(surface, shown, right, up);
        var bottom = lowest ?? (least.Y - Margin);
        var (width, height) = (Whole(most.X - least.X + (2 * Margin)), Whole(most.Y + Margin - bottom + LabelStrip));
        var end = height - LabelStrip;
        return new View("", "", right, up, width, height, (width / 2) - ((least.X + most.X) / 2), most.Y + Margin, Step)
        {
            Labels = [],
            FontSize = FontSize,
            LineWidth = 0.5f,
            ToneSoftness = 4.5f,
            Part = part,
            FadeBelow = lowest is null ? null : (end - LimbFade, end - 4),
        };
    }

    private static float Whole(float length) => 2 * Step * MathF.Ceiling(length / (2 * Step));

    private static IEnumerable<View> Heads(bool[] part)
    {
        View Head(string name, string title, Vector3 right, float originX, ImmutableArray<ViewLabel> labels) =>
            new(name, title, right, Vector3.UnitY, 270, 345, originX, 1764, Step)
            {
                Labels = labels,
                FontSize = 11,
                LineWidth = 0.62f,
                ToneSoftness = 6.5f,
                Part = part,
                FadeBelow = (246, 304),
            };

        ViewLabel atLeft = new("", 34, 336), atRight = new("", 236, 336), middle = new("", 135, 338);
        yield return Head("head-front", "Your head from the front", Vector3.UnitX, 135, [atLeft with { Text = "your right" }, atRight with { Text = "your left" }]);
        yield return Head("head-back", "Your head from the back", -Vector3.UnitX, 135, [atLeft with { Text = "your left" }, atRight with { Text = "your right" }]);
        yield return Head("head-left", "The left side of your head", -Vector3.UnitZ, 135, [middle with { Text = "left side of your head" }]);
        yield return Head("head-right", "The right side of your head", Vector3.UnitZ, 135, [middle with { Text = "right side of your head" }]);
    }
}
