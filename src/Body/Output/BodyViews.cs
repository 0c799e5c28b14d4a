using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Output;

/// <summary>The views that are drawn of every build: the whole body from four sides, and the pelvis from behind.</summary>
internal static class BodyViews
{
    private const float Height = 1860;
    private const float Floor = 1780;
    private const float BesideLegs = 1500;
    private const float Low = 1845;

    internal static ImmutableArray<View> Of(BodyAtlas body, ImmutableArray<Region> regions) =>
    [
        Whole("front", "Your body from the front", Vector3.UnitX, 1000, 500, [new("your right", 170, BesideLegs), new("your left", 830, BesideLegs)]),
        Whole("back", "Your body from the back", -Vector3.UnitX, 1000, 500, [new("your left", 170, BesideLegs), new("your right", 830, BesideLegs)]),
        Whole("left", "Your body from your left side", -Vector3.UnitZ, 520, 280, [new("your left side", 260, Low)]),
        Whole("right", "Your body from your right side", Vector3.UnitZ, 520, 240, [new("your right side", 260, Low)]),
        new("pelvis-back", "Your low back and buttocks", -Vector3.UnitX, Vector3.UnitY, 480, 600, 240, 1210, 0.4f)
        {
            Labels = [new("your left", 66, 586), new("your right", 414, 586)],
            FontSize = 18,
            LineWidth = 1.1f,
            ToneSoftness = 14,
            Part = PartOfView.Cells(body, regions, (region, _) => region.Part is not (BodyPart.ForearmHand or BodyPart.ShoulderArm)),
            FadeAbove = (90, 8),
            FadeBelow = (445, 556),
        },
    ];

    private static View Whole(string name, string title, Vector3 right, float width, float originX, ImmutableArray<ViewLabel> labels) =>
        new(name, title, right, Vector3.UnitY, width, Height, originX, Floor, 0.8f) { Labels = labels, FontSize = 36, LineWidth = 2.6f, ToneSoftness = 14 };
}
