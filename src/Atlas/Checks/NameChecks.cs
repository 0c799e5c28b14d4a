using System.Text.RegularExpressions;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static partial class NameChecks
{
    /// <summary>
    /// A synonym is another muscle's name, or is shared by muscles that do not belong together. The parts of one muscle and of a group share
    /// names, such as hamstrings; that is fine within one part of the body, and for a name that stands in all their names.
    /// </summary>
    internal static IEnumerable<DataProblem> SynonymsOfMusclesDoNotClash(AtlasContent content)
    {
        var names = content.Muscles
            .SelectMany(muscle => new[] { muscle.Name.ToLowerInvariant(), muscle.Id.ToString().Replace('-', ' ') }.Distinct(StringComparer.Ordinal).Select(name => (name, muscle.Id)))
            .ToLookup(item => item.name, item => item.Id, StringComparer.Ordinal);
        foreach (var muscle in content.Muscles)
        {
            foreach (var synonym in muscle.Synonyms.Where(synonym => names[synonym].Any(id => id != muscle.Id)))
            {
                yield return new(AtlasReader.FileOf(muscle.Id), "synonyms", $"'{synonym}' is the name of {names[synonym].First(id => id != muscle.Id)}");
            }

            foreach (var twice in muscle.Synonyms.GroupBy(synonym => synonym, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                yield return new(AtlasReader.FileOf(muscle.Id), "synonyms", $"names '{twice.Key}' twice");
            }

            foreach (var synonym in muscle.Synonyms.Where(synonym => synonym.Any(char.IsUpper)))
            {
                yield return new(AtlasReader.FileOf(muscle.Id), "synonyms", $"'{synonym}' is not in lower case");
            }
        }

        foreach (var shared in content.Muscles.SelectMany(muscle => muscle.Synonyms.Distinct(StringComparer.Ordinal).Select(synonym => (synonym, muscle))).GroupBy(item => item.synonym, item => item.muscle, StringComparer.Ordinal))
        {
            var muscles = shared.ToList();
            if (muscles.DistinctBy(muscle => muscle.Part).Count() > 1
                && !muscles.All(muscle => muscle.Name.Contains(shared.Key, StringComparison.OrdinalIgnoreCase) || muscle.Anatomy.Any(named => named.Name.Contains(shared.Key, StringComparison.OrdinalIgnoreCase))))
            {
                yield return new(AtlasReader.FileOf(muscles[0].Id), "synonyms", $"'{shared.Key}' is shared with {string.Join(", ", muscles.Skip(1).Select(muscle => muscle.Id))}, in another part of the body");
            }
        }
    }

    internal static IEnumerable<DataProblem> AnatomyIsNamed(AtlasContent content)
    {
        foreach (var muscle in content.Muscles)
        {
            var file = AtlasReader.FileOf(muscle.Id);
            if (muscle.Anatomy.IsEmpty)
            {
                yield return new(file, "anatomy", "needs at least one muscle");
            }

            foreach (var named in muscle.Anatomy)
            {
                if (named.Name.Any(char.IsUpper) || string.IsNullOrWhiteSpace(named.Name))
                {
                    yield return new(file, "anatomy", $"'{named.Name}' is not a name in lower case");
                }

                foreach (var (key, form) in new[] { (named.Uberon, Uberon()), (named.Fma, Fma()), (named.Snomed, Snomed()) })
                {
                    if (key is not null && !form.IsMatch(key))
                    {
                        yield return new(file, "anatomy", $"'{key}' is not a key of the form {form}");
                    }
                }
            }
        }

        foreach (var group in content.Muscles.SelectMany(muscle => muscle.Anatomy.Select(named => (muscle, named))).GroupBy(item => item.named.Name, StringComparer.Ordinal))
        {
            if (group.Select(item => item.named).Distinct().Count() > 1)
            {
                yield return new(AtlasReader.FileOf(group.First().muscle.Id), "anatomy", $"'{group.Key}' has other keys in {string.Join(", ", group.Skip(1).Select(item => item.muscle.Id))}");
            }
        }
    }

    [GeneratedRegex("^UBERON:[0-9]{7}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Uberon();

    [GeneratedRegex("^FMA:[0-9]+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fma();

    [GeneratedRegex("^[0-9]{6,18}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Snomed();
}
