using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Pictures;
using Unknot.Practice.Storage;
using Unknot.Practice.Texts;

namespace Unknot.Practice.Articles;

/// <summary>Where the people that articles are signed by are described.</summary>
public sealed class AuthorDesk(PracticeDb db, TimeProvider time)
{
    private const int LongestName = 100;
    private const int LongestSlug = 80;
    private const int LongestBio = 2000;

    /// <summary>What an editor writes of an author.</summary>
    /// <param name="Slug">Empty: made from the name.</param>
    /// <param name="Bio">Markdown.</param>
    /// <param name="PersonId">The account whose articles a new author signs; null for none.</param>
    public sealed record Draft(string Name, string Slug, string Bio, PictureId? PictureId, Guid? PersonId = null);

    /// <param name="id">Null for a new one.</param>
    /// <param name="by">Who does it; null for the product itself.</param>
    /// <returns>The author, or all that is wrong; neither when there is no such author.</returns>
    public async Task<(Author? Author, ImmutableArray<FieldProblem> Problems)> SaveAsync(AuthorId? id, Draft draft, Guid? by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var known = id is null ? null : await db.Authors.SingleOrDefaultAsync(author => author.Id == id, cancellation);
        if (id is not null && known is null)
        {
            return (null, []);
        }

        var name = string.Join(' ', draft.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var slug = draft.Slug.Trim() is { Length: > 0 } given ? given : Slugs.From(name, LongestSlug);
        var bio = draft.Bio.ReplaceLineEndings("\n").Trim();
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        void Check(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                problems.Add(new FieldProblem(field, message));
            }
        }

        Check(name.Length is > 0 and <= LongestName && !name.Any(char.IsControl), "name", $"An author needs a name of at most {LongestName} characters.");
        Check(bio.Length <= LongestBio, "bio", $"A bio has at most {LongestBio:N0} characters; this one has {bio.Length:N0}.");
        Check(!bio.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')), "bio", "The text holds a control character, which cannot be kept.");
        Check(Slugs.IsSlug(slug, LongestSlug), "slug", $"An address has lower-case letters, digits and single hyphens, at most {LongestSlug}.");
        Check(!await db.Authors.AnyAsync(other => other.Slug == slug && other.Id != id, cancellation), "slug", $"The address '{(slug.Length > 60 ? slug[..60] + "…" : slug)}' is taken.");
        Check(draft.PictureId is null || await db.Pictures.AnyAsync(picture => picture.Id == draft.PictureId, cancellation), "picture", "There is no such picture.");
        if (problems.Count > 0)
        {
            return (known, problems.ToImmutable());
        }

        var author = known ?? db.Authors.Add(new Author { Id = AuthorId.New(time), Slug = slug, Name = name, Bio = bio, PersonId = draft.PersonId }).Entity;
        (author.Name, author.Slug, author.Bio, author.PictureId) = (name, slug, bio, draft.PictureId);
        AuditTrail.Note(db, time, by, known is null ? "author.created" : "author.saved", "author", author.Id.ToString());
        await db.SaveChangesAsync(cancellation);
        return (author, []);
    }
}
