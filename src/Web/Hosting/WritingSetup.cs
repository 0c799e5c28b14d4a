using Unknot.Atlas;
using Unknot.Practice.Articles;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Pictures;

namespace Unknot.Web.Hosting;

/// <summary>Articles, their authors and pictures.</summary>
internal static class WritingSetup
{
    internal static IServiceCollection AddWriting(this IServiceCollection services) => services
        .AddSingleton(provider => NamesOf(provider.GetRequiredService<Atlases>().English))
        .AddSingleton<ArticleText>()
        .AddSingleton(provider => new ArticleFigures(provider.GetRequiredService<Atlases>(), provider.GetRequiredService<FlatFigures>(), provider.GetRequiredService<Language.Texts>()))
        .AddSingleton<ArticleShelf>()
        .AddScoped<ArticleDesk>()
        .AddScoped<AuthorDesk>()
        .AddScoped<ShippedArticles>()
        .AddScoped<PictureIntake>();

    /// <summary>Articles are written in English, and call muscles by what the atlas calls them.</summary>
    internal static AtlasNames NamesOf(AtlasData atlas) => new(
        atlas.Muscles.Select(muscle => (muscle.Id.ToString(), System.Collections.Immutable.ImmutableArray.Create(muscle.Name, muscle.Latin))),
        atlas.Muscles.SelectMany(muscle => muscle.Points).Select(point => point.Id.ToString()),
        atlas.Regions.Select(region => region.Id.ToString()),
        atlas.Techniques.Select(technique => technique.Id.ToString()),
        atlas.Programmes.Select(programme => programme.Id.ToString()),
        atlas.Sources.Select(source => source.Id.ToString()));
}
