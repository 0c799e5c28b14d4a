using Unknot.Practice.Comments;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>Addresses that messages about comments lead to, for readers' pages and the console alike.</summary>
public sealed class CommentAddresses(SignedTokens tokens)
{
    /// <summary>What the link that ends the messages about a comment is signed for.</summary>
    public const string StopPurpose = "comment-notices";

    public CommentLinks Links(HttpContext context) => new(
        (slug, comment) => $"{SiteAddress.Of(context, $"/articles/{slug}", RequestLanguage.Default)}#comment-{comment}",
        comment => SiteAddress.Of(context, $"/comments/notices/{tokens.Issue(StopPurpose, comment.ToString())}", RequestLanguage.Default),
        SiteAddress.Of(context, "/console/comments", RequestLanguage.Default));
}
