using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Comments;

/// <summary>What readers may do with comments: write, change within a quarter of an hour, take back, report.</summary>
public sealed class CommentDesk(PracticeDb db, WriterMarks writers, CommentMail mail, TimeProvider time)
{
    /// <summary>Keeps a comment. It is shown at once when its writer, known by an address, has one that was approved; else a moderator looks first.</summary>
    public async Task<CommentOutcome> WriteAsync(CommentDraft draft, CommentLinks links, CancellationToken cancellation)
    {
        const int Tries = 3;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(draft, links, cancellation);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // The same form, or the hour's message to the practice, was written at the same moment: it is found on the next look.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<CommentOutcome> TryWriteAsync(CommentDraft draft, CommentLinks links, CancellationToken cancellation)
    {
        if (await db.Comments.AsNoTracking().FirstOrDefaultAsync(comment => comment.FormId == draft.FormId, cancellation) is { } sent)
        {
            return new CommentOutcome.Kept(sent.Id, sent.State is CommentState.Shown);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(each => each.Id == draft.ArticleId, cancellation);
        if (article is null || !TakesComments(article, now))
        {
            return new CommentOutcome.Closed();
        }

        var problems = Problems(draft.Name, draft.Text, draft.Email);
        if (draft.ParentId is { } parent && !await db.Comments.AnyAsync(each => each.Id == parent && each.ArticleId == article.Id && each.ParentId == null && each.State == CommentState.Shown, cancellation))
        {
            problems.Add(CommentProblem.ParentGone);
        }

        if (problems.Count > 0)
        {
            return new CommentOutcome.Wrong(problems);
        }

        var email = Given(draft.Email);
        var writer = await writers.OfAsync(email, cancellation);
        var heldFor = await HeldForAsync(writer, draft.Name, draft.Text, cancellation);
        var comment = new Comment
        {
            Id = CommentId.New(time),
            ArticleId = article.Id,
            ParentId = draft.ParentId,
            Name = draft.Name.Trim(),
            Text = Tidy(draft.Text),
            Email = email,
            State = heldFor.Length == 0 ? CommentState.Shown : CommentState.Held,
            HeldFor = heldFor,
            WriterMark = writer,
            ByPractice = false,
            WrittenAtUtc = now,
            Reports = 0,
            FormId = draft.FormId,
        };
        db.Comments.Add(comment);
        await mail.TellAsync(comment, article, links, cancellation);
        await db.SaveChangesAsync(cancellation);
        return new CommentOutcome.Kept(comment.Id, comment.State is CommentState.Shown);
    }

    /// <summary>Changes the text, within <see cref="CommentLimits.Editable"/>. What is new is looked at like a new comment.</summary>
    public async Task<CommentOutcome> EditAsync(CommentId id, string text, CancellationToken cancellation)
    {
        var comment = await EditableAsync(id, cancellation);
        if (comment is null)
        {
            return new CommentOutcome.Closed();
        }

        var problems = Problems(comment.Name, text, "");
        if (problems.Count > 0)
        {
            return new CommentOutcome.Wrong(problems);
        }

        if (comment.State is CommentState.Shown && HeldForWords(comment.Name, text) is { Length: > 0 } heldFor)
        {
            comment.State = CommentState.Held;
            comment.HeldFor = heldFor;
        }

        comment.Text = Tidy(text);
        comment.EditedAtUtc = time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancellation);
        return new CommentOutcome.Kept(comment.Id, comment.State is CommentState.Shown);
    }

    /// <summary>Its writer takes it back, within the same time.</summary>
    /// <returns>False when it is too late.</returns>
    public async Task<bool> TakeBackAsync(CommentId id, CancellationToken cancellation)
    {
        if (await EditableAsync(id, cancellation) is not { } comment)
        {
            return false;
        }

        comment.State = CommentState.Removed;
        comment.HeldFor = "";
        comment.Email = null;
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>No more notices about this comment; the address is forgotten.</summary>
    public Task StopNoticesAsync(CommentId id, CancellationToken cancellation) =>
        db.Comments.Where(comment => comment.Id == id).ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Email, (string?)null), cancellation);

    /// <summary>A reader finds it wrong. From <see cref="CommentLimits.ReportsThatHold"/> readers on it waits for a moderator.</summary>
    /// <param name="readerMark">Tells readers of one day apart.</param>
    /// <returns>False when it is not shown.</returns>
    public async Task<bool> ReportAsync(CommentId id, string readerMark, string reason, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await using (transaction)
        {
            if (!await db.Comments.AnyAsync(comment => comment.Id == id && comment.State == CommentState.Shown, cancellation))
            {
                return false;
            }

            var now = time.GetUtcNow().UtcDateTime;
            var kept = reason.Trim();
            kept = kept.Length > 500 ? kept[..500] : kept;
            var added = await db.Database.ExecuteSqlAsync(
                $"INSERT INTO comment_reports (comment_id, reader_mark, reason, reported_at_utc) VALUES ({id.Value}, {readerMark}, {kept}, {now}) ON CONFLICT DO NOTHING", cancellation);
            if (added == 1)
            {
                await db.Comments.Where(comment => comment.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Reports, comment => comment.Reports + 1), cancellation);
                await db.Comments.Where(comment => comment.Id == id && comment.State == CommentState.Shown && comment.Reports >= CommentLimits.ReportsThatHold)
                    .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.State, CommentState.Held).SetProperty(comment => comment.HeldFor, "reported"), cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return true;
        }
    }

    public static bool TakesComments(Article article, DateTime nowUtc) =>
        article.TakesComments && article.IsPublicAt(nowUtc) && nowUtc - article.PublishAtUtc!.Value <= CommentLimits.Open;

    private static List<CommentProblem> Problems(string name, string text, string email)
    {
        var problems = new List<CommentProblem>();
        if (string.IsNullOrWhiteSpace(name))
        {
            problems.Add(CommentProblem.NameMissing);
        }
        else if (name.Trim().Length > CommentLimits.LongestName)
        {
            problems.Add(CommentProblem.NameTooLong);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(CommentProblem.TextMissing);
        }
        else if (Tidy(text).Length > CommentLimits.LongestText)
        {
            problems.Add(CommentProblem.TextTooLong);
        }

        if (Given(email) is { } address && !IsAddress(address))
        {
            problems.Add(CommentProblem.EmailWrong);
        }

        return problems;
    }

    private static string? Given(string email) => string.IsNullOrWhiteSpace(email) ? null : email.Trim();

    private static bool IsAddress(string email) =>
        email.Length <= CommentLimits.LongestEmail
        && !email.Any(char.IsControl)
        && MailAddress.TryCreate(email, out var address)
        && address.Address == email
        && address.Host.Contains('.', StringComparison.Ordinal);

    private static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim();

    private async Task<string> HeldForAsync(string writer, string name, string text, CancellationToken cancellation)
    {
        var known = await db.Comments
            .Where(comment => comment.WriterMark == writer && (comment.State == CommentState.Shown || comment.State == CommentState.Spam))
            .Select(comment => comment.State).Distinct().ToListAsync(cancellation);
        return known is [CommentState.Shown] ? HeldForWords(name, text) : "first";
    }

    private static string HeldForWords(string name, string text) =>
        CommentText.HasLink(text) || CommentText.HasLink(name) ? "links" : CommentText.HasContact(text) || CommentText.HasContact(name) ? "contact" : "";

    private async Task<Comment?> EditableAsync(CommentId id, CancellationToken cancellation)
    {
        var since = time.GetUtcNow().UtcDateTime - CommentLimits.Editable;
        return await db.Comments.FirstOrDefaultAsync(
            comment => comment.Id == id && comment.WrittenAtUtc >= since && (comment.State == CommentState.Held || comment.State == CommentState.Shown), cancellation);
    }
}
