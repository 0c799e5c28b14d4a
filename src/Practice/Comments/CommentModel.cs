using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;

namespace Unknot.Practice.Comments;

internal static class CommentModel
{
    internal static void Describe(ModelBuilder builder)
    {
        builder.Entity<Comment>(comment =>
        {
            comment.ToTable("comments");
            comment.HasKey(each => each.Id);
            comment.Property(each => each.Name).HasMaxLength(60);
            comment.Property(each => each.Text).HasMaxLength(4000);
            comment.Property(each => each.Email).HasMaxLength(254);
            comment.Property(each => each.State).HasConversion<string>().HasMaxLength(20);
            comment.Property(each => each.HeldFor).HasMaxLength(20);
            comment.Property(each => each.WriterMark).HasMaxLength(44);
            comment.HasIndex(each => new { each.ArticleId, each.State, each.WrittenAtUtc });
            comment.HasIndex(each => new { each.State, each.WrittenAtUtc });
            comment.HasIndex(each => each.WriterMark);
            comment.HasIndex(each => each.FormId).IsUnique();
            comment.HasOne<Article>().WithMany().HasForeignKey(each => each.ArticleId);
            comment.HasOne<Comment>().WithMany().HasForeignKey(each => each.ParentId);
        });
        builder.Entity<CommentReport>(report =>
        {
            report.ToTable("comment_reports");
            report.HasKey(each => new { each.CommentId, each.ReaderMark });
            report.Property(each => each.ReaderMark).HasMaxLength(44);
            report.Property(each => each.Reason).HasMaxLength(500);
            report.HasOne<Comment>().WithMany().HasForeignKey(each => each.CommentId);
        });
    }
}
