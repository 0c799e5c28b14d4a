using Unknot.Atlas;
using Unknot.Body;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>The atlas, its place on the body and the model: read once, never changed, shared by every request.</summary>
internal static class Knowledge
{
    internal static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton(provider => Atlases.Load(provider.GetRequiredService<Texts>(), provider.GetRequiredService<BodyAtlas>))
        .AddSingleton(_ => Surface.Load())
        .AddSingleton(provider => BodyAtlas.Lay(English(provider), provider.GetRequiredService<Surface>()))
        .AddSingleton(provider => new PainWords(English(provider)))
        .AddSingleton(provider => new AnswerNames(English(provider)))
        .AddSingleton(provider => PainModel.Build(English(provider), provider.GetRequiredService<BodyAtlas>()))

        // Asked for by pages and endpoints, which then speak the language of their request.
        .AddTransient(provider => provider.GetRequiredService<Atlases>().In(provider.GetRequiredService<Texts>()))
        .AddTransient(provider => provider.GetRequiredService<Atlases>().MakerIn(provider.GetRequiredService<Texts>()));

    /// <summary>Builds all of it now, so that wrong data stops the start and not the first visitor.</summary>
    internal static async Task LoadKnowledgeAsync(this IServiceProvider services)
    {
        // The two are read from files of their own; the rest is built from both.
        await Task.WhenAll(Task.Run(services.GetRequiredService<Atlases>), Task.Run(services.GetRequiredService<Surface>));
        services.GetRequiredService<PainModel>();
    }

    private static AtlasData English(IServiceProvider provider) => provider.GetRequiredService<Atlases>().English;
}
