using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Comments;
using Unknot.Practice.Storage;
using Unknot.Practice.Views;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Comments;

/// <summary>Names of the forms' fields and what their tokens are for.</summary>
public static class CommentForms
{
    public const string WriteToken = "comment-form";

    public const string OwnToken = "comment-own";

    public const string TokenField = "form";

    public const string ParentField = "answers";

    public const string NameField = "name";

    public const string TextField = "text";

    public const string EmailField = "email";

    /// <summary>Hidden from people; whoever fills it in is a program.</summary>
    public const string TrapField = "website";

    public const string ReasonField = "reason";

    /// <summary>Nobody types a name and a sentence sooner.</summary>
    internal static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);

    /// <summary>A page that lay open longer gives a new form, with what was typed.</summary>
    internal static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    internal static ReaderTrace ReaderOf(HttpContext context) => ReaderTrace.Of(context.Connection.RemoteIpAddress, context.Request.Headers.UserAgent.ToString());

    /// <returns>Null when there is none that everybody may see.</returns>
    internal static Task<Article?> PublicArticleAsync(PracticeDb db, string slug, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.Articles.AsNoTracking().FirstOrDefaultAsync(
            article => article.Slug == slug && article.State == ArticleState.Published && article.PublishAtUtc <= now, cancellation);
    }

    internal static string WordsOf(CommentProblem problem, Texts T) => problem switch
    {
        CommentProblem.NameMissing => T["Write a name. It need not be your own."],
        CommentProblem.NameTooLong => T["The name is longer than {0} characters.", CommentLimits.LongestName],
        CommentProblem.TextMissing => T["Write something first."],
        CommentProblem.TextTooLong => T["The comment is longer than {0} characters.", CommentLimits.LongestText],
        CommentProblem.EmailWrong => T["This is not an e-mail address. You can also leave it empty."],
        CommentProblem.ParentGone => T["The comment you answer is no longer here. Yours can be sent as a comment of its own."],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
