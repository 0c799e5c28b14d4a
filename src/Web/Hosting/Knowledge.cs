using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;

namespace Unknot.Web.Hosting;

/// <summary>The atlas, its place on the body and the model: read once, never changed, shared by every request.</summary>
internal static class Knowledge
{
    internal static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddSingleton(_ => AtlasData.Load())
        .AddSingleton(_ => Surface.Load())
        .AddSingleton(provider => BodyAtlas.Lay(provider.GetRequiredService<AtlasData>(), provider.GetRequiredService<Surface>()))
        .AddSingleton(provider => new ChartMaker(provider.GetRequiredService<AtlasData>(), provider.GetRequiredService<BodyAtlas>()))
        .AddSingleton(provider => new PainWords(provider.GetRequiredService<AtlasData>()))
        .AddSingleton(provider => new AnswerNames(provider.GetRequiredService<AtlasData>()))
        .AddSingleton(provider => PainModel.Build(provider.GetRequiredService<AtlasData>(), provider.GetRequiredService<BodyAtlas>()));

    /// <summary>Builds all of it now, so that wrong data stops the start and not the first visitor.</summary>
    internal static async Task LoadKnowledgeAsync(this IServiceProvider services)
    {
        // The two are read from files of their own; the rest is built from both.
        await Task.WhenAll(Task.Run(services.GetRequiredService<AtlasData>), Task.Run(services.GetRequiredService<Surface>));
        services.GetRequiredService<PainModel>();
    }
}
