using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Comments;

/// <summary>What the practice may do with comments.</summary>
public sealed class ModerationDesk(PracticeDb db, CommentMail mail, TimeProvider time)
{
    /// <summary>Shows, removes or marks as unwanted. Whom an answer concerns is told once it is shown.</summary>
    /// <returns>False when there is no such comment.</returns>
    public async Task<bool> DecideAsync(CommentId id, CommentState state, Guid personId, CommentLinks links, CancellationToken cancellation)
    {
        var comment = await db.Comments.FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (comment is null)
        {
            return false;
        }

        var before = comment.State;
        comment.State = state;
        comment.HeldFor = state is CommentState.Held ? comment.HeldFor : "";
        comment.Reports = 0;
        await db.CommentReports.Where(report => report.CommentId == id).ExecuteDeleteAsync(cancellation);
        if (before is CommentState.Held && state is CommentState.Shown)
        {
            var article = await db.Articles.AsNoTracking().SingleAsync(each => each.Id == comment.ArticleId, cancellation);
            await mail.TellAsync(comment, article, links, cancellation);
        }

        db.Audit.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AtUtc = time.GetUtcNow().UtcDateTime,
            PersonId = personId,
            Action = $"comment.{state.ToString().ToLowerInvariant()}",
            Subject = "comment",
            SubjectId = comment.Id.ToString(),
            Note = $"was {before.ToString().ToLowerInvariant()}",
        });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The practice answers a comment that is shown; its answer is shown at once.</summary>
    /// <returns>Null when there is no such comment to answer, or nothing is said.</returns>
    public async Task<CommentId?> AnswerAsync(CommentId parentId, string name, string text, Guid personId, CommentLinks links, CancellationToken cancellation)
    {
        var parent = await db.Comments.AsNoTracking().FirstOrDefaultAsync(each => each.Id == parentId && each.State == CommentState.Shown, cancellation);
        var said = text.ReplaceLineEndings("\n").Trim();
        if (parent is null || said.Length is 0 or > CommentLimits.LongestText)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var answer = new Comment
        {
            Id = CommentId.New(time),
            ArticleId = parent.ArticleId,
            ParentId = parent.ParentId ?? parent.Id,
            Name = name.Length > CommentLimits.LongestName ? name[..CommentLimits.LongestName] : name,
            Text = said,
            State = CommentState.Shown,
            HeldFor = "",
            WriterMark = $"person:{personId:N}",
            ByPractice = true,
            WrittenAtUtc = now,
            Reports = 0,
            FormId = Guid.CreateVersion7(time.GetUtcNow()),
        };
        db.Comments.Add(answer);
        var article = await db.Articles.AsNoTracking().SingleAsync(each => each.Id == parent.ArticleId, cancellation);
        await mail.TellAsync(answer, article, links, cancellation);
        db.Audit.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AtUtc = now,
            PersonId = personId,
            Action = "comment.answered",
            Subject = "comment",
            SubjectId = parent.Id.ToString(),
            Note = "",
        });
        await db.SaveChangesAsync(cancellation);
        return answer.Id;
    }
}
