using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Muscles;

/// <summary>Which muscles of the atlas a reader asks for. Everything is optional; a name that is not known is a problem with what is near.</summary>
internal sealed class MuscleFilter
{
    private const int LongestQuery = 80;

    private MuscleFilter(ImmutableArray<Muscle> muscles, ImmutableArray<string> problems, ImmutableArray<Muscle> nearest)
    {
        Muscles = muscles;
        Problems = problems;
        Nearest = nearest;
    }

    public required string Text { get; init; }

    public required Region? Region { get; init; }

    public required Symptom? Symptom { get; init; }

    public required Cause? Cause { get; init; }

    /// <summary>By part of the body, then by name; those of a region by how likely they are behind a pain there.</summary>
    public ImmutableArray<Muscle> Muscles { get; }

    /// <summary>What was not understood, one sentence each.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>What may have been meant when a name leads nowhere; nearest first.</summary>
    public ImmutableArray<Muscle> Nearest { get; }

    public bool IsEmpty => Text.Length == 0 && Region is null && Symptom is null && Cause is null;

    internal static MuscleFilter Read(IQueryCollection query, AtlasData atlas, PainModel model, Texts T)
    {
        var problems = new List<string>();
        var text = query["q"].ToString().Trim();
        if (text.Length > LongestQuery)
        {
            problems.Add(T["A name has at most {0} characters.", LongestQuery]);
            text = "";
        }

        var region = Pick(query["region"], atlas.Regions, region => region.Id.ToString(), shown => T["There is no place “{0}”. Choose one from the list.", shown], problems);
        var symptom = Pick(query["symptom"], atlas.Symptoms, symptom => symptom.Id.ToString(), shown => T["There is no symptom “{0}”. Choose one from the list.", shown], problems);
        var cause = Pick(query["cause"], atlas.Causes, cause => cause.Id.ToString(), shown => T["There is no cause “{0}”. Choose one from the list.", shown], problems);
        var words = WordsOf(text);
        var named = words.IsEmpty ? atlas.Muscles : [.. atlas.Muscles.Where(muscle => IsNamed(muscle, words))];
        var order = region is null ? null : model.MusclesFeltIn(region.Id).Index().ToDictionary(item => item.Item.Muscle, item => item.Index);
        var left = named
            .Where(muscle => order is null || order.ContainsKey(muscle.Id))
            .Where(muscle => symptom is null || muscle.Signs.Any(sign => sign.Symptom == symptom.Id))
            .Where(muscle => cause is null || muscle.Causes.Contains(cause.Id) || muscle.PerpetuatedBy.Contains(cause.Id));
        return new MuscleFilter(
            order is null
                ? [.. left.OrderBy(muscle => muscle.Part).ThenBy(muscle => muscle.Name, StringComparer.Ordinal)]
                : [.. left.OrderBy(muscle => order[muscle.Id])],
            [.. problems],
            named.IsEmpty ? NearestNames.Of(text, atlas.Muscles, 4) : [])
        {
            Text = text,
            Region = region,
            Symptom = symptom,
            Cause = cause,
        };
    }

    private static TItem? Pick<TItem>(string? wanted, ImmutableArray<TItem> all, Func<TItem, string> idOf, Func<string, string> problemOf, List<string> problems)
        where TItem : class
    {
        if (string.IsNullOrWhiteSpace(wanted))
        {
            return null;
        }

        var found = all.FirstOrDefault(item => idOf(item) == wanted);
        if (found is null)
        {
            problems.Add(problemOf(wanted.Length <= 40 ? wanted : wanted[..40] + "…"));
        }

        return found;
    }

    /// <summary>Every word asked for begins a word of one of the muscle's names.</summary>
    private static bool IsNamed(Muscle muscle, ImmutableArray<string> words) =>
        ((IEnumerable<string>)[muscle.Name, muscle.Latin, muscle.Id.ToString(), .. muscle.Synonyms, .. muscle.Anatomy.Select(named => named.Name)])
            .Select(WordsOf)
            .Any(name => words.All(word => name.Any(part => part.StartsWith(word, StringComparison.Ordinal))));

    private static ImmutableArray<string> WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '-', '/', ',', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries)];
}
