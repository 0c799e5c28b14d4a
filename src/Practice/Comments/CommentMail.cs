using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Mail;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Comments;

/// <summary>Writes the notices about comments into the outbox, to be saved together with what they tell of.</summary>
public sealed class CommentMail(PracticeDb db, TimeProvider time)
{
    /// <summary>Tells the writer of the comment that is answered when the answer is shown, and the practice when something waits.</summary>
    public async Task TellAsync(Comment comment, Article article, CommentLinks links, CancellationToken cancellation)
    {
        if (comment.State is CommentState.Held)
        {
            await TellPracticeAsync(links, cancellation);
        }
        else if (comment.State is CommentState.Shown && comment.ParentId is { } parent)
        {
            await TellParentAsync(comment, parent, article, links, cancellation);
        }
    }

    /// <summary>At most one message an hour, however many comments wait.</summary>
    private async Task TellPracticeAsync(CommentLinks links, CancellationToken cancellation)
    {
        var to = await db.Settings.Select(settings => settings.Email).FirstOrDefaultAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var once = $"moderation:{now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture)}";
        if (string.IsNullOrEmpty(to) || await db.Outbox.AnyAsync(message => message.OnceKey == once, cancellation))
        {
            return;
        }

        db.Outbox.Add(new OutboxMessage
        {
            Id = MessageId.New(time),
            Kind = "moderation",
            To = to,
            Subject = "A comment waits to be looked at",
            Text = $"A reader has written a comment that waits to be looked at:\n{links.Queue}\n\nThis message comes at most once an hour.\n",
            CreatedAtUtc = now,
            DueAtUtc = now,
            Attempts = 0,
            OnceKey = once,
        });
    }

    private async Task TellParentAsync(Comment comment, CommentId parentId, Article article, CommentLinks links, CancellationToken cancellation)
    {
        var parent = await db.Comments.AsNoTracking().FirstOrDefaultAsync(each => each.Id == parentId, cancellation);
        if (parent?.Email is null || parent.WriterMark == comment.WriterMark)
        {
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        db.Outbox.Add(new OutboxMessage
        {
            Id = MessageId.New(time),
            Kind = "reply",
            To = parent.Email,
            Subject = "Somebody has answered your comment",
            Text = $"""
                {comment.Name} has answered your comment under "{article.Title}":
                {links.Article(article.Slug, comment.Id)}

                To get no more of these messages, open this page and confirm:
                {links.StopNotices(parent.Id)}

                """,
            CreatedAtUtc = now,
            DueAtUtc = now,
            Attempts = 0,
            OnceKey = $"reply:{comment.Id}",
        });
    }
}
