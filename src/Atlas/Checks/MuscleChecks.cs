using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class MuscleChecks
{
    internal static IEnumerable<DataProblem> MusclesAreComplete(AtlasContent content)
    {
        var causes = content.Causes.Select(cause => cause.Id).ToHashSet();
        foreach (var muscle in content.Muscles)
        {
            var file = AtlasReader.FileOf(muscle.Id);
            foreach (var (list, length) in ListsOf(muscle).Where(item => item.Length == 0))
            {
                yield return new(file, list, $"needs at least one entry, has {length}");
            }

            foreach (var cause in muscle.Causes.Where(cause => !causes.Contains(cause)))
            {
                yield return new(file, "causes", $"there is no cause '{cause}'");
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

    internal static IEnumerable<DataProblem> PrevalencesAreShares(AtlasContent content) =>
        from muscle in content.Muscles
        from prevalence in muscle.Prevalence
        where prevalence.Share is not (> 0 and < 1) || !(0 <= prevalence.Low && prevalence.Low <= prevalence.Share && prevalence.Share <= prevalence.High && prevalence.High <= 1)
        select new DataProblem(
            AtlasReader.FileOf(muscle.Id),
            $"prevalence '{prevalence.Complaint}'",
            $"needs 0 ≤ low ≤ share ≤ high ≤ 1 and 0 < share < 1, has {prevalence.Low}, {prevalence.Share}, {prevalence.High}");

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
