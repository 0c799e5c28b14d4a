namespace Unknot.Web.Features.Articles;

internal static class ArticlesSetup
{
    internal static void MapArticles(this IEndpointRouteBuilder app)
    {
        Feed.Map(app);
        DrawCard.Map(app);
    }
}
