using System.Collections.Frozen;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>The atlas in every language of the site, and what draws its charts. Everything that only needs ids shares the English one.</summary>
internal sealed class Atlases
{
    private readonly FrozenDictionary<string, AtlasData> byLanguage;
    private readonly FrozenDictionary<string, Lazy<ChartMaker>> makers;

    internal Atlases(AtlasData english, IEnumerable<AtlasData> others, Func<BodyAtlas> body)
    {
        English = english;
        byLanguage = others.Prepend(english).ToFrozenDictionary(atlas => atlas.Language, StringComparer.Ordinal);
        makers = byLanguage.ToFrozenDictionary(atlas => atlas.Key, atlas => new Lazy<ChartMaker>(() => new ChartMaker(atlas.Value, body())), StringComparer.Ordinal);
    }

    internal AtlasData English { get; }

    internal AtlasData In(Texts texts) => byLanguage[texts.Current];

    internal ChartMaker MakerIn(Texts texts) => makers[texts.Current].Value;

    internal static Atlases Load(Texts texts, Func<BodyAtlas> body)
    {
        var english = AtlasData.Load();
        return new Atlases(english, texts.Languages.Where(language => language != english.Language).Select(english.In), body);
    }
}
