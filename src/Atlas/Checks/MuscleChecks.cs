using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class MuscleChecks
{
    internal static IEnumerable<DataProblem> MusclesAreComplete(AtlasContent content)
    {
        foreach (var muscle in content.Muscles)
        {
            var file = AtlasReader.FileOf(muscle.Id);
            foreach (var (list, length) in ListsOf(muscle).Where(item => item.Length == 0))
            {
                yield return new(file, list, $"needs at least one entry, has {length}");
            }

            foreach (var (name, _) in TextsOf(muscle).Where(item => string.IsNullOrWhiteSpace(item.Text)))
            {
                yield return new(file, name, "is empty");
            }
        }
    }

    internal static IEnumerable<DataProblem> FibresAreDrawable(AtlasContent content)
    {
        foreach (var muscle in content.Muscles)
        {
            var file = AtlasReader.FileOf(muscle.Id);
            var fibres = muscle.Fibres;
            foreach (var (number, head) in fibres.AllHeads.Index())
            {
                var name = number == 0 ? "fibres" : $"fibres.furtherHeads {number}";
                if (head.Stations.Length is < 2 or > 8 || head.Stations.Any(station => station.Length == 0))
                {
                    yield return new(file, $"{name}.stations", "needs 2 to 8 stations of at least one place each");
                }

                if (head.Count is < 1 or > 24)
                {
                    yield return new(file, $"{name}.count", $"is {head.Count}, allowed is 1 to 24");
                }
            }

            if (fibres.RadiusMillimetres is not (>= 1 and <= 25))
            {
                yield return new(file, "fibres.radiusMillimetres", $"is {fibres.RadiusMillimetres}, allowed is 1 to 25");
            }

            if (fibres.DepthMillimetres is not (>= 2 and <= 120))
            {
                yield return new(file, "fibres.depthMillimetres", $"is {fibres.DepthMillimetres}, allowed is 2 to 120");
            }
        }
    }

    internal static IEnumerable<DataProblem> TreatmentsSayWho(AtlasContent content) =>
        from muscle in content.Muscles
        where (muscle.Treatment.By == TreatedBy.Self) != string.IsNullOrWhiteSpace(muscle.Treatment.Who)
        select new DataProblem(
            AtlasReader.FileOf(muscle.Id),
            "treatment.who",
            muscle.Treatment.By == TreatedBy.Self ? "is for muscles that one does not press freely" : "must say who should treat the muscle, and why");

    /// <summary>A muscle that only a therapist presses must not come with a way to press it oneself.</summary>
    internal static IEnumerable<DataProblem> ReleasesFitTheTreatment(AtlasContent content)
    {
        var tools = content.Techniques.DistinctBy(technique => technique.Id).ToDictionary(technique => technique.Id, technique => technique.Tool);
        return from muscle in content.Muscles
               where muscle.Treatment.By == TreatedBy.Professional
               from release in muscle.Releases
               where tools.TryGetValue(release.Technique, out var tool) && tool is not (Tool.Therapist or Tool.Breath)
               select new DataProblem(AtlasReader.FileOf(muscle.Id), $"releases {release.Technique}", "presses a muscle that only a therapist should press");
    }

    internal static IEnumerable<DataProblem> DosesStayWithinTheTechnique(AtlasContent content)
    {
        var doses = content.Techniques.DistinctBy(technique => technique.Id).ToDictionary(technique => technique.Id, technique => technique.Dose);
        foreach (var muscle in content.Muscles)
        {
            foreach (var release in muscle.Releases)
            {
                if (release.Dose is not { } dose || !doses.TryGetValue(release.Technique, out var most))
                {
                    continue;
                }

                var isSafe = dose.MinSeconds >= 5 && dose.MinSeconds <= dose.MaxSeconds && dose.MaxSeconds <= dose.CeilingSeconds
                    && dose.CeilingSeconds <= most.CeilingSeconds && dose.Repeats >= 1 && dose.Repeats <= most.Repeats
                    && dose.MaxDiscomfort >= 1 && dose.MaxDiscomfort <= most.MaxDiscomfort;
                if (!isSafe)
                {
                    yield return new(
                        AtlasReader.FileOf(muscle.Id),
                        $"releases {release.Technique} dose",
                        $"needs 5 ≤ minSeconds ≤ maxSeconds ≤ ceilingSeconds ≤ {most.CeilingSeconds}, 1 to {most.Repeats} repeats and a discomfort of 1 to {most.MaxDiscomfort}, as the technique allows");
                }
            }
        }
    }

    internal static IEnumerable<DataProblem> ReleasesReferToTechniques(AtlasContent content)
    {
        var techniques = content.Techniques.Select(technique => technique.Id).ToHashSet();
        foreach (var muscle in content.Muscles)
        {
            var file = AtlasReader.FileOf(muscle.Id);
            var points = muscle.Points.Select(point => point.Id).ToHashSet();
            foreach (var release in muscle.Releases)
            {
                if (!techniques.Contains(release.Technique))
                {
                    yield return new(file, "releases", $"there is no technique '{release.Technique}'");
                }

                if (release.Steps.Length == 0)
                {
                    yield return new(file, $"releases {release.Technique}", "needs at least one step");
                }

                foreach (var point in release.Points.Where(point => !points.Contains(point)))
                {
                    yield return new(file, $"releases {release.Technique}", $"the muscle has no point '{point}'");
                }
            }

            foreach (var point in points.Where(point => !muscle.Releases.Any(release => release.Points.Length == 0 || release.Points.Contains(point))))
            {
                yield return new(file, point.ToString(), "no release reaches it");
            }
        }
    }

    private static IEnumerable<(string List, int Length)> ListsOf(Muscle muscle) =>
    [
        ("actions", muscle.Actions.Length),
        ("points", muscle.Points.Length),
        ("symptoms", muscle.Symptoms.Length),
        ("causes", muscle.Causes.Length),
        ("provokedBy", muscle.ProvokedBy.Length),
        ("releases", muscle.Releases.Length),
        ("avoid", muscle.Avoid.Length),
        ("contraindications", muscle.Contraindications.Length),
    ];

    private static IEnumerable<(string Name, string Text)> TextsOf(Muscle muscle) =>
    [
        ("name", muscle.Name),
        ("latin", muscle.Latin),
        ("nerve", muscle.Nerve),
        ("stretch", muscle.Stretch),
        ("attachments.from", muscle.Attachments.From),
        ("attachments.to", muscle.Attachments.To),
        .. muscle.Avoid.Select(text => ("avoid", text)),
        .. muscle.Points.SelectMany(point => new[]
        {
            ($"{point.Id} where", point.Where),
            ($"{point.Id} find.position", point.Find.Position),
            ($"{point.Id} find.landmarks", point.Find.Landmarks),
            ($"{point.Id} find.feels", point.Find.Feels),
            ($"{point.Id} find.press", point.Find.Press),
        }),
        .. muscle.Releases.SelectMany(release => new[]
        {
            ($"releases {release.Technique} posture", release.Posture),
            ($"releases {release.Technique} direction", release.Direction),
            ($"releases {release.Technique} cue", release.Cue),
        }),
    ];
}
