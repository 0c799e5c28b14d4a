using System.Collections.Immutable;
using System.Text.Json;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Translations;

/// <summary>The files <c>language/&lt;language&gt;/…</c> of the data, named like the file whose texts they translate.</summary>
internal static class TranslationFiles
{
    private const string Folder = "language/";

    /// <summary>Two-letter codes, sorted; English, which the data is written in, is not among them.</summary>
    internal static ImmutableArray<string> LanguagesOf(AtlasFiles files) =>
        [.. files.All.Keys.Where(path => path.StartsWith(Folder, StringComparison.Ordinal)).Select(path => path.Split('/')[1]).Distinct(StringComparer.Ordinal)];

    /// <param name="problems">Gets every file that cannot be read.</param>
    internal static Dictionary<TextKey, Translation> Read(AtlasFiles files, string language, List<DataProblem> problems)
    {
        var prefix = $"{Folder}{language}/";
        var translations = new Dictionary<TextKey, Translation>();
        foreach (var (path, bytes) in files.All.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            try
            {
                foreach (var (key, translation) in JsonSerializer.Deserialize(bytes.Span, AtlasJson.Default.Translations) ?? [])
                {
                    translations.Add(new TextKey(path[prefix.Length..], key), translation);
                }
            }
            catch (JsonException trouble)
            {
                problems.Add(new(path, trouble.Path ?? "", trouble.Message));
            }
        }

        return translations;
    }

    /// <summary>The file that a text's translation is written in.</summary>
    internal static string FileOf(TextKey key, string language) => $"{Folder}{language}/{key.File}";
}
