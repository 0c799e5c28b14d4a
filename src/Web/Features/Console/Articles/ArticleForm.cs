using System.Collections.Immutable;
using System.Globalization;
using Unknot.Practice.Articles;
using Unknot.Practice.Pictures;

namespace Unknot.Web.Features.Console.Articles;

/// <summary>What the form of the editor holds.</summary>
public sealed record ArticleForm(ArticleDraft Draft, int Revision, string At)
{
    internal static ArticleForm From(IFormCollection form) => new(
        new ArticleDraft
        {
            Title = form["title"].ToString(),
            Summary = form["summary"].ToString(),
            Body = form["body"].ToString(),
            Slug = form["slug"].ToString(),
            Tags = [.. form["tags"].ToString().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            AuthorId = AuthorId.Of(Guid.TryParse(form["author"], out var author) ? author : Guid.Empty),
            CoverId = Guid.TryParse(form["cover"], out var cover) ? PictureId.Of(cover) : null,
            CoverAlt = form["coverAlt"].ToString(),
            TakesComments = form["comments"] == "yes",
        },
        int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
        form["at"].ToString());

    internal string TagsField => string.Join(", ", Draft.Tags);

    internal static ImmutableArray<FieldProblem> ProblemsOf(string field, ImmutableArray<FieldProblem> all) => [.. all.Where(problem => problem.Field == field)];
}
