namespace Unknot.Atlas.Translations;

/// <summary>Puts other texts in the place of those of a muscle.</summary>
internal sealed class MuscleTexts(AtlasTexts.Texts texts)
{
    internal Muscle In(Muscle muscle) => muscle with
    {
        Name = texts.Text("name", muscle.Name),
        Attachments = new Attachments
        {
            From = texts.Text("attachments.from", muscle.Attachments.From),
            To = texts.Text("attachments.to", muscle.Attachments.To),
        },
        Actions = texts.List("actions", muscle.Actions),
        Nerve = texts.Text("nerve", muscle.Nerve),
        Points = [.. muscle.Points.Select(Point)],
        Symptoms = texts.List("symptoms", muscle.Symptoms),
        ProvokedBy = texts.List("provokedBy", muscle.ProvokedBy),
        Treatment = muscle.Treatment with { Who = texts.Optional("treatment.who", muscle.Treatment.Who) },
        Releases = [.. muscle.Releases.Select(Release)],
        Stretch = texts.Text("stretch", muscle.Stretch),
        Avoid = texts.List("avoid", muscle.Avoid),
        Evidence = texts.Note("evidence", muscle.Evidence),
    };

    private TriggerPoint Point(TriggerPoint point)
    {
        var path = $"points.{point.Id}";
        return point with
        {
            Where = texts.Text($"{path}.where", point.Where),
            Find = new TriggerPoint.Finding
            {
                Position = texts.Text($"{path}.find.position", point.Find.Position),
                Landmarks = texts.Text($"{path}.find.landmarks", point.Find.Landmarks),
                Feels = texts.Text($"{path}.find.feels", point.Find.Feels),
                Press = texts.Text($"{path}.find.press", point.Find.Press),
            },
            Evidence = texts.Note($"{path}.evidence", point.Evidence),
        };
    }

    /// <summary>A muscle has one release a technique, so that the technique names it.</summary>
    private Release Release(Release release)
    {
        var path = $"releases.{release.Technique}";
        return release with
        {
            Posture = texts.Text($"{path}.posture", release.Posture),
            Steps = texts.List($"{path}.steps", release.Steps),
            Direction = texts.Text($"{path}.direction", release.Direction),
            Cue = texts.Text($"{path}.cue", release.Cue),
            Roll = release.Roll is { } roll ? Roll(roll, $"{path}.roll") : null,
        };
    }

    private Roll Roll(Roll roll, string path) => roll with
    {
        Speed = roll.Speed with { Evidence = texts.Note($"{path}.speed.evidence", roll.Speed.Evidence) },
        Lanes =
        [
            .. roll.Lanes.Select((lane, index) => lane with
            {
                Start = texts.Text($"{path}.lanes.{index}.start", lane.Start),
                Forth = texts.Text($"{path}.lanes.{index}.forth", lane.Forth),
                Turn = texts.Text($"{path}.lanes.{index}.turn", lane.Turn),
                Back = texts.Text($"{path}.lanes.{index}.back", lane.Back),
            }),
        ],
        KeepClear = [.. roll.KeepClear.Select((clear, index) => clear with { What = texts.Text($"{path}.keepClear.{index}.what", clear.What) })],
    };
}
