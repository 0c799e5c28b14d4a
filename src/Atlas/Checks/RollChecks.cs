using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class RollChecks
{
    internal static IEnumerable<DataProblem> RollsAreGentle(AtlasContent content)
    {
        var most = content.Techniques.DistinctBy(technique => technique.Id).ToDictionary(technique => technique.Id, technique => technique.Dose.MaxDiscomfort);
        foreach (var (file, place, _, release, roll) in RollsOf(content))
        {
            var limit = Math.Min(most.GetValueOrDefault(release.Technique, SafetyChecks.HighestDiscomfort), SafetyChecks.HighestDiscomfort);
            if (!(1 <= roll.RollingDiscomfort && roll.RollingDiscomfort <= roll.HoldingDiscomfort && roll.HoldingDiscomfort <= limit))
            {
                yield return new(file, $"{place} discomfort", $"needs 1 ≤ rolling ≤ holding ≤ {limit}, has {roll.RollingDiscomfort} and {roll.HoldingDiscomfort}");
            }

            var speed = roll.Speed;
            if (!(5 <= speed.Low && speed.Low <= speed.MillimetresPerSecond && speed.MillimetresPerSecond <= speed.High && speed.High <= 100))
            {
                yield return new(file, $"{place}.speed", $"needs 5 ≤ low ≤ usual ≤ high ≤ 100 mm/s, has {speed.Low}, {speed.MillimetresPerSecond}, {speed.High}");
            }

            if (roll.BallMillimetres is not (>= 40 and <= 120))
            {
                yield return new(file, $"{place}.ballMillimetres", $"is {roll.BallMillimetres}, allowed is 40 to 120");
            }

            if (roll.Passes is < 1 or > 4)
            {
                yield return new(file, $"{place}.passes", $"is {roll.Passes}, allowed is 1 to 4");
            }
        }
    }

    internal static IEnumerable<DataProblem> LanesLieOnTheMuscle(AtlasContent content)
    {
        foreach (var (file, place, _, _, roll) in RollsOf(content))
        {
            if (roll.Lanes.Length is < 1 or > 3)
            {
                yield return new(file, $"{place}.lanes", $"has {roll.Lanes.Length}, allowed is 1 to 3");
            }

            foreach (var lane in roll.Lanes)
            {
                if (lane.AcrossPercent is not (>= 0 and <= 100) || lane.FromPercent is not (>= 0 and <= 100) || lane.ToPercent is not (>= 0 and <= 100))
                {
                    yield return new(file, $"{place}.lanes", "acrossPercent, fromPercent and toPercent are 0 to 100");
                }
                else if (lane.FromPercent == lane.ToPercent)
                {
                    yield return new(file, $"{place}.lanes", $"starts and turns at {lane.FromPercent} %");
                }

                if (new[] { lane.Start, lane.Forth, lane.Turn, lane.Back }.Any(string.IsNullOrWhiteSpace))
                {
                    yield return new(file, $"{place}.lanes", "start, forth, turn and back each need a caption");
                }
            }
        }
    }

    /// <summary>A hold beyond the ends of every lane would be a press where nobody meant the ball to go.</summary>
    internal static IEnumerable<DataProblem> LanesPassThePoints(AtlasContent content) =>
        from item in RollsOf(content)
        from point in item.Muscle.Points
        where item.Release.Points.Length == 0 || item.Release.Points.Contains(point.Id)
        where !item.Roll.Lanes.Any(lane =>
            point.AlongPercent >= Math.Min(lane.FromPercent, lane.ToPercent) && point.AlongPercent <= Math.Max(lane.FromPercent, lane.ToPercent))
        select new DataProblem(item.File, $"{item.Place}.lanes", $"no lane reaches {point.Id} at {point.AlongPercent} %, which this release is said to reach");

    internal static IEnumerable<DataProblem> RollsKeepClear(AtlasContent content)
    {
        foreach (var (file, place, _, _, roll) in RollsOf(content))
        {
            if (roll.KeepClear.Length == 0)
            {
                yield return new(file, $"{place}.keepClear", "needs at least one place to stay clear of");
            }

            foreach (var clear in roll.KeepClear)
            {
                if (clear.Path.Length == 0 || string.IsNullOrWhiteSpace(clear.What))
                {
                    yield return new(file, $"{place}.keepClear", "needs words and at least one place");
                }

                if (clear.Millimetres is not (>= 5 and <= 150))
                {
                    yield return new(file, $"{place}.keepClear", $"millimetres is {clear.Millimetres}, allowed is 5 to 150");
                }
            }
        }
    }

    private static IEnumerable<(string File, string Place, Muscle Muscle, Release Release, Roll Roll)> RollsOf(AtlasContent content) =>
        from muscle in content.Muscles
        from release in muscle.Releases
        where release.Roll is not null
        select (AtlasReader.FileOf(muscle.Id), $"releases {release.Technique} roll", muscle, release, release.Roll);
}
