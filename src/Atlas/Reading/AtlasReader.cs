using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unknot.Atlas.Checks;

namespace Unknot.Atlas.Reading;

/// <summary>Turns files into <see cref="AtlasData"/>, or into the list of all that is wrong with them.</summary>
internal static class AtlasReader
{
    /// <summary>Raised by hand with every release of the data; the hash after it says the exact content.</summary>
    private const string ReleaseDate = "2026.11";

    internal static (AtlasData? Data, ImmutableArray<DataProblem> Problems) Read(AtlasFiles files)
    {
        var problems = new List<DataProblem>();
        var muscles = ImmutableArray.CreateBuilder<Muscle>();
        foreach (var path in files.All.Keys.Where(path => path.StartsWith("muscles/", StringComparison.Ordinal)))
        {
            if (Parse(files, path, AtlasJson.Default.Muscle, problems) is { } muscle)
            {
                muscles.Add(muscle);
                if (path != FileOf(muscle.Id))
                {
                    problems.Add(new(path, "id", $"is '{muscle.Id}', so the file must be called {FileOf(muscle.Id)}"));
                }
            }
        }

        var landmarks = ParseList(files, "landmarks.json", AtlasJson.Default.Landmarks, problems);
        var regions = ParseList(files, "regions.json", AtlasJson.Default.Regions, problems);
        var techniques = ParseList(files, "techniques.json", AtlasJson.Default.Techniques, problems);
        var programmes = ParseList(files, "programmes.json", AtlasJson.Default.Programmes, problems);
        var chains = ParseList(files, "chains.json", AtlasJson.Default.Chains, problems);
        var causes = ParseList(files, "causes.json", AtlasJson.Default.Causes, problems);
        var symptoms = ParseList(files, "symptoms.json", AtlasJson.Default.Symptoms, problems);
        var questions = ParseList(files, "questions.json", AtlasJson.Default.Questions, problems);
        var sources = ParseList(files, "sources.json", AtlasJson.Default.Sources, problems);
        var retired = ParseList(files, "retired-ids.json", AtlasJson.Default.RetiredIds, problems);
        var priors = Parse(files, "priors.json", AtlasJson.Default.Priors, problems);
        var safety = Parse(files, "safety.json", AtlasJson.Default.SafetyRules, problems);
        var words = Parse(files, "words.json", AtlasJson.Default.WordBook, problems);
        if (problems.Count > 0 || priors is null || safety is null || words is null)
        {
            // Cross-checks on half the data would only repeat what is already listed.
            return (null, [.. problems]);
        }

        var content = new AtlasContent(muscles.ToImmutable(), landmarks, regions, techniques, programmes, chains, causes, symptoms, questions, sources, retired, priors, safety, words);
        problems.AddRange(AtlasChecks.All.SelectMany(check => check(content)));
        return problems.Count > 0 ? (null, [.. problems]) : (new AtlasData(VersionOf(files), content, files), []);
    }

    /// <summary>The file that a muscle is written in.</summary>
    internal static string FileOf(MuscleId id) => $"muscles/{id}.json";

    private static ImmutableArray<T> ParseList<T>(AtlasFiles files, string path, JsonTypeInfo<ListOf<T>> type, List<DataProblem> problems) =>
        Parse(files, path, type, problems)?.Items ?? [];

    private static T? Parse<T>(AtlasFiles files, string path, JsonTypeInfo<T> type, List<DataProblem> problems)
        where T : class
    {
        if (!files.All.TryGetValue(path, out var bytes))
        {
            problems.Add(new(path, "", "is missing"));
            return null;
        }

        try
        {
            var parsed = JsonSerializer.Deserialize(bytes.Span, type);
            if (parsed is null)
            {
                problems.Add(new(path, "", "is null"));
            }

            return parsed;
        }
        catch (JsonException error)
        {
            var line = error.LineNumber is { } number ? $"line {(number + 1).ToString(CultureInfo.InvariantCulture)} {error.Path}" : error.Path ?? "";
            problems.Add(new(path, line, WithoutPosition(error.Message)));
            return null;
        }
    }

    /// <summary>The serializer appends the position, which is already said before the message.</summary>
    private static string WithoutPosition(string message)
    {
        var path = message.IndexOf(" Path: $", StringComparison.Ordinal);
        return path < 0 ? message : message[..path];
    }

    private static string VersionOf(AtlasFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in files.All)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(bytes.Span);
        }

        return $"{ReleaseDate}+{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4))}";
    }
}
