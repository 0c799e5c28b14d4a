using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Mail;

/// <summary>What somebody writes to the practice: every text as it came.</summary>
public sealed record ContactDraft(string Name, string Email, string Message);

/// <summary>What can be wrong with it.</summary>
public enum ContactProblem
{
    NameMissing,
    NameTooLong,
    EmailMissing,
    EmailWrong,
    MessageMissing,
    MessageTooLong,

    /// <summary>A line break in the name, or a character in any of them that no text has.</summary>
    NotText,
}

/// <summary>Takes what visitors write to the practice into the outbox.</summary>
public sealed class ContactDesk(PracticeDb db, TimeProvider time)
{
    public const int MaxNameLength = 100;
    public const int MaxMessageLength = 5000;

    private const string OncePrefix = "contact:";

    /// <param name="formId">Of the form it was written into: sent twice it is kept once.</param>
    /// <returns>All that is wrong; empty when it is kept.</returns>
    public async Task<ImmutableArray<ContactProblem>> TakeAsync(ContactDraft draft, Guid formId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var (name, email, message) = (draft.Name.Trim(), draft.Email.Trim(), draft.Message.ReplaceLineEndings("\n").Trim());
        var problems = ProblemsOf(name, email, message);
        if (!problems.IsEmpty)
        {
            return problems;
        }

        var key = $"{OncePrefix}{formId:N}";
        Outbox.Add(db, time, "contact", Outbox.ThePractice, $"Message from {name}", $"{name} <{email}> wrote on the contact page:\n\n{message}\n", email, key);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Outbox.AnyAsync(sent => sent.OnceKey == key, cancellation))
            {
                throw;
            }
        }

        return [];
    }

    private static ImmutableArray<ContactProblem> ProblemsOf(string name, string email, string message)
    {
        var problems = ImmutableArray.CreateBuilder<ContactProblem>();
        AddIf(name.Length == 0, ContactProblem.NameMissing);
        AddIf(name.Length > MaxNameLength, ContactProblem.NameTooLong);
        AddIf(email.Length == 0, ContactProblem.EmailMissing);
        AddIf(email.Length > 0 && !MailAddresses.IsPlausible(email), ContactProblem.EmailWrong);
        AddIf(message.Length == 0, ContactProblem.MessageMissing);
        AddIf(message.Length > MaxMessageLength, ContactProblem.MessageTooLong);
        AddIf(name.Any(char.IsControl) || message.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')), ContactProblem.NotText);
        return problems.ToImmutable();

        void AddIf(bool isWrong, ContactProblem problem)
        {
            if (isWrong)
            {
                problems.Add(problem);
            }
        }
    }
}
