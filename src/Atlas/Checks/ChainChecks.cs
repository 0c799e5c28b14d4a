using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class ChainChecks
{
    internal static IEnumerable<DataProblem> ChainsNameMuscles(AtlasContent content)
    {
        var muscles = content.Muscles.ToDictionary(muscle => muscle.Id);
        foreach (var chain in content.Chains)
        {
            var place = $"{chain.Key} → {chain.Satellite}";
            foreach (var id in new[] { chain.Key, chain.Satellite }.Where(id => !muscles.ContainsKey(id)))
            {
                yield return new("chains.json", place, $"there is no muscle '{id}'");
            }

            if (chain.KeyPoint is { } point && muscles.TryGetValue(chain.Key, out var key) && key.Points.All(candidate => candidate.Id != point))
            {
                yield return new("chains.json", place, $"{chain.Key} has no point '{point}'");
            }
        }

        foreach (var repeated in content.Chains.GroupBy(chain => (chain.Key, chain.KeyPoint, chain.Satellite)).Where(group => group.Count() > 1))
        {
            yield return new("chains.json", $"{repeated.Key.Key} → {repeated.Key.Satellite}", "is given more than once");
        }
    }

    internal static IEnumerable<DataProblem> ChainsAreAcyclic(AtlasContent content)
    {
        var satellites = content.Chains.ToLookup(chain => chain.Key, chain => chain.Satellite);
        var problems = new List<DataProblem>();
        foreach (var start in content.Chains.Select(chain => chain.Key).Distinct())
        {
            Walk([start]);
        }

        return problems.Distinct();

        void Walk(List<MuscleId> path)
        {
            foreach (var next in satellites[path[^1]].Distinct())
            {
                if (path.Contains(next))
                {
                    problems.Add(new("chains.json", path[0].ToString(), $"goes in a circle: {string.Join(" → ", path.Append(next))}"));
                }
                else
                {
                    Walk([.. path, next]);
                }
            }
        }
    }
}
