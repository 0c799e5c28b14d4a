using System.Net;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;
using Unknot.Web.Features.Finder;
using Unknot.Web.Language;
using Unknot.Web.Tests.Api;

namespace Unknot.Web.Tests.Pages;

/// <summary>The ranking as a browser without script gets it, from a ranking made by hand.</summary>
[Collection(Site.Name)]
public sealed class RankedPageTests(SiteUnderTest site)
{
    private static readonly SidedPoint Upper = new(PointId.Parse("upper-trapezius-1", null), Side.Right);
    private static readonly SidedPoint Lower = new(PointId.Parse("lower-trapezius-3", null), Side.Right);
    private static readonly SidedRegion Temple = new(RegionId.Parse("temple", null), Side.Right);

    [Fact]
    public async Task The_range_stands_beside_the_probability_in_per_cent_and_in_words()
    {
        var page = await RenderAsync(TraceAnswersTests.RankingOf(Upper, Lower, Temple));

        Assert.Matches(@"worth checking \(30 %\)</span>\s*<span class=""range"" data-range>21 to 38 %</span>", page);
        Assert.Contains("data-range-words>Between 2 and 4 in 10 people with pain like this may have this point.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_range_there_is_no_empty_line()
    {
        var ranking = TraceAnswersTests.RankingOf(Upper, Lower, Temple);

        var page = await RenderAsync(ranking with { Results = [ranking.Results[0] with { Range = null }] });

        Assert.Contains("worth checking (30 %)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-range", page, StringComparison.Ordinal);
    }

    private async Task<string> RenderAsync(Ranking ranking)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var http = new DefaultHttpContext { RequestServices = services };
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(executingFilePath: null, "/Features/Finder/_Ranked.cshtml", isMainPage: false).View!;
        var data = new ViewDataDictionary<FinderStep.Ranked>(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary())
        {
            Model = new FinderStep.Ranked(Answer.From(services.GetRequiredService<Texts>(), ranking, services.GetRequiredService<AtlasData>())),
            ["Finder"] = ActivatorUtilities.CreateInstance<IndexModel>(services),
        };
        await using var writer = new StringWriter();
        var page = services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>().First(each => each.RelativePath == "/Features/Finder/Index.cshtml");
        var action = new Microsoft.AspNetCore.Mvc.ActionContext(http, new RouteData(new RouteValueDictionary { ["page"] = page.ViewEnginePath }), page);
        await view.RenderAsync(new ViewContext(action, view, data, services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(http), writer, new HtmlHelperOptions()));
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
