using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Unknot.Atlas;

/// <summary>
/// The sentences that a part of the program makes around the atlas's texts, in one language: read from the resource
/// <c>Language/&lt;language&gt;.json</c> of its assembly. The English text is the key, and what a language lacks appears in English. Immutable.
/// </summary>
public sealed class Phrases
{
    private static readonly ConcurrentDictionary<(Assembly, string), Phrases> Known = new();

    private readonly FrozenDictionary<string, string> texts;

    private Phrases(IEnumerable<KeyValuePair<string, string>> texts) => this.texts = texts.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="english">Also the key; <c>{0}</c>, <c>{1}</c>, … stand for the values.</param>
    /// <param name="values">Written without regard to a culture: whoever wants a number in a language's way gives it as text.</param>
    public string this[string english, params object[] values]
    {
        get
        {
            var text = texts.GetValueOrDefault(english, english);
            return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
        }
    }

    /// <param name="assembly">The part of the program.</param>
    /// <param name="language">Two-letter code; all in English when the assembly has no such catalogue.</param>
    public static Phrases Of(Assembly assembly, string language) => Known.GetOrAdd((assembly, language), static key =>
    {
        using var stream = key.Item1.GetManifestResourceStream($"Language/{key.Item2}.json");
        return new Phrases(stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    });
}
