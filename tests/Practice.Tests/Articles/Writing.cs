using System.Collections.Immutable;
using Unknot.Practice.Articles;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Pictures;

namespace Unknot.Practice.Tests.Articles;

/// <summary>A small atlas and what is written with it.</summary>
internal static class Writing
{
    internal static readonly ArticleText Texts = new(new AtlasNames(
        [("soleus", ["Soleus"]), ("upper-trapezius", ["Upper trapezius", "Trapezius"]), ("temporalis", ["Temporalis"])],
        ["soleus-1", "soleus-2"],
        ["heel", "temple"],
        ["thumb"],
        ["low-back-buttock"],
        ["smith-2020", "jones-2021"]));

    internal static ArticleDraft Draft(AuthorId author, string title = "About calves") => new()
    {
        Title = title,
        Summary = "What calves do.",
        Body = "The soleus lifts the heel.\n",
        Slug = "",
        Tags = ["legs"],
        AuthorId = author,
        CoverAlt = "",
        TakesComments = true,
    };

    internal static string Html(string markdown) => string.Concat(Texts.Read(markdown).Parts(ImmutableDictionary<PictureId, Picture>.Empty).Select(part => part is ArticlePart.Text text ? text.Html : $"({part.GetType().Name})"));
}
