using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Pictures;
using Unknot.Practice.Views;

namespace Unknot.Practice.Articles;

internal static class ArticleModel
{
    internal static void Describe(ModelBuilder builder)
    {
        builder.Entity<Picture>(picture =>
        {
            picture.ToTable("pictures");
            picture.HasKey(each => each.Id);
            picture.Property(each => each.Name).HasMaxLength(200);
            picture.HasMany(each => each.Files).WithOne().HasForeignKey(file => file.PictureId);
        });
        builder.Entity<PictureFile>(file =>
        {
            file.ToTable("picture_files");
            file.HasKey(each => new { each.PictureId, each.Width });
            file.Property(each => each.ContentType).HasMaxLength(20);
        });
        builder.Entity<Author>(author =>
        {
            author.ToTable("authors");
            author.HasKey(each => each.Id);
            author.Property(each => each.Slug).HasMaxLength(80);
            author.Property(each => each.Name).HasMaxLength(100);
            author.HasIndex(each => each.Slug).IsUnique();
            author.HasOne<Picture>().WithMany().HasForeignKey(each => each.PictureId);
            author.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId);
        });
        builder.Entity<Article>(article =>
        {
            article.ToTable("articles");
            article.HasKey(each => each.Id);
            article.Property(each => each.Slug).HasMaxLength(100);
            article.Property(each => each.Title).HasMaxLength(120);
            article.Property(each => each.Summary).HasMaxLength(300);
            article.Property(each => each.CoverAlt).HasMaxLength(300);
            article.Property(each => each.State).HasConversion<string>().HasMaxLength(20);
            article.Property(each => each.Revision).IsConcurrencyToken();
            article.HasIndex(each => each.Slug).IsUnique();
            article.HasIndex(each => new { each.State, each.PublishAtUtc });
            article.HasOne(each => each.Author).WithMany().HasForeignKey(each => each.AuthorId).OnDelete(DeleteBehavior.Restrict);
            article.HasOne<Picture>().WithMany().HasForeignKey(each => each.CoverId).OnDelete(DeleteBehavior.Restrict);
            article.HasMany(each => each.Tags).WithOne().HasForeignKey(tag => tag.ArticleId);
        });
        builder.Entity<ArticleTag>(tag =>
        {
            tag.ToTable("article_tags");
            tag.HasKey(each => new { each.ArticleId, each.Tag });
            tag.Property(each => each.Tag).HasMaxLength(40);
            tag.HasIndex(each => each.Tag);
        });
        builder.Entity<ArticleSubject>(subject =>
        {
            subject.ToTable("article_subjects");
            subject.HasKey(each => new { each.ArticleId, each.Kind, each.AtlasId });
            subject.Property(each => each.Kind).HasMaxLength(10);
            subject.Property(each => each.AtlasId).HasMaxLength(80);
            subject.HasIndex(each => new { each.Kind, each.AtlasId });
            subject.HasOne<Article>().WithMany().HasForeignKey(each => each.ArticleId);
        });
        builder.Entity<ArticleRevision>(revision =>
        {
            revision.ToTable("article_revisions");
            revision.HasKey(each => new { each.ArticleId, each.Number });
            revision.Property(each => each.Title).HasMaxLength(120);
            revision.Property(each => each.Summary).HasMaxLength(300);
            revision.HasOne<Article>().WithMany().HasForeignKey(each => each.ArticleId);
            revision.HasOne<Person>().WithMany().HasForeignKey(each => each.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<FormerSlug>(former =>
        {
            former.ToTable("former_slugs");
            former.HasKey(each => each.Slug);
            former.Property(each => each.Slug).HasMaxLength(100);
            former.HasOne<Article>().WithMany().HasForeignKey(each => each.ArticleId);
        });
        builder.Entity<ViewKey>(key =>
        {
            key.ToTable("view_keys");
            key.HasKey(each => each.Day);
        });
        builder.Entity<ViewMark>(mark =>
        {
            mark.ToTable("view_marks");
            mark.HasKey(each => new { each.ArticleId, each.Day, each.Mark });
            mark.Property(each => each.Mark).HasMaxLength(44);
            mark.HasIndex(each => each.Day);
            mark.HasOne<Article>().WithMany().HasForeignKey(each => each.ArticleId);
        });
    }
}
