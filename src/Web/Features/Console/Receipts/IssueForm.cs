using System.Collections.Immutable;
using Unknot.Practice.Receipts;

namespace Unknot.Web.Features.Console.Receipts;

/// <summary>What is asked when a receipt is issued or corrected, as it was typed.</summary>
public sealed record IssueForm(string Patient, string Payer, string Description, string Code, string Place, string Discount, string Reason)
{
    /// <summary>True when care was given and has to be described.</summary>
    public required bool IsCare { get; init; }

    /// <summary>True for a correction, which needs a reason.</summary>
    public required bool IsCorrection { get; init; }

    public ImmutableArray<ReceiptProblem> Problems { get; init; } = [];

    public string? TroubleWith(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

    public static IssueForm From(Visit visit, bool isCorrection)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var wish = visit.FirstWish();
        return new(wish.Patient, wish.Payer, wish.Description, wish.Code, wish.Place, Money.Plain(wish.DiscountCents), "") { IsCare = !visit.FellThrough, IsCorrection = isCorrection };
    }

    public static IssueForm From(IFormCollection form, Visit visit, bool isCorrection)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(visit);
        return new(Field("Patient"), Field("Payer"), Field("Description"), Field("Code"), Field("Place"), Field("Discount"), Field("Reason")) { IsCare = !visit.FellThrough, IsCorrection = isCorrection };

        string Field(string name) => form[name].ToString();
    }

    /// <returns>Null when the discount is no amount.</returns>
    public ReceiptWish? ToWish()
    {
        var discount = 0;
        return Discount.Trim().Length > 0 && !Money.TryParse(Discount, out discount) ? null : new ReceiptWish(Patient, Payer, Description, Code, Place, discount);
    }

    /// <summary>As it was typed, with what is wrong.</summary>
    public IssueForm Refused(ReceiptOutcome? outcome) => this with
    {
        Problems = outcome is ReceiptOutcome.Refused { Problems: var problems } ? problems : [new ReceiptProblem("Discount", "This is no amount. Write it like 12.50.")],
    };
}
