namespace Unknot.Atlas.Checks;

/// <summary>What people read of a muscle, with the most characters that a phone shows well.</summary>
/// <param name="Place">Where in the file.</param>
/// <param name="Most">Characters.</param>
/// <param name="IsAboutOneSide">Shown beside one side of the figure, whichever it is; warnings are not.</param>
internal readonly record struct MuscleText(string Place, string Words, int Most, bool IsAboutOneSide);

internal static class MuscleTexts
{
    internal static IEnumerable<MuscleText> Of(Muscle muscle) =>
    [
        .. muscle.Points.SelectMany(OfPoint),
        .. muscle.Symptoms.Select((text, i) => new MuscleText($"symptoms {i + 1}", text, 110, true)),
        .. muscle.ProvokedBy.Select((text, i) => new MuscleText($"provokedBy {i + 1}", text, 110, true)),
        .. muscle.Actions.Select((text, i) => new MuscleText($"actions {i + 1}", text, 120, true)),
        .. muscle.Avoid.Select((text, i) => new MuscleText($"avoid {i + 1}", text, 180, false)),
        .. muscle.Releases.SelectMany(OfRelease),
        new("stretch", muscle.Stretch, 320, true),
        .. muscle.Treatment.Who is { } who ? [new MuscleText("treatment.who", who, 220, false)] : Array.Empty<MuscleText>(),
    ];

    private static IEnumerable<MuscleText> OfPoint(TriggerPoint point) =>
    [
        new($"{point.Id} where", point.Where, 90, true),
        new($"{point.Id} find.position", point.Find.Position, 240, true),
        new($"{point.Id} find.landmarks", point.Find.Landmarks, 240, true),
        new($"{point.Id} find.feels", point.Find.Feels, 160, true),
        new($"{point.Id} find.press", point.Find.Press, 180, true),
    ];

    private static IEnumerable<MuscleText> OfRelease(Release release) =>
    [
        new($"releases {release.Technique} posture", release.Posture, 220, true),
        .. release.Steps.Select((text, i) => new MuscleText($"releases {release.Technique} steps {i + 1}", text, 180, true)),
        new($"releases {release.Technique} direction", release.Direction, 110, true),
        new($"releases {release.Technique} cue", release.Cue, 120, true),
    ];
}
