namespace Unknot.Practice.Receipts;

/// <summary>Why a payment is not recorded or a receipt not issued.</summary>
/// <param name="Field">Of the form; empty when it is not about one.</param>
/// <param name="Text">A sentence for the person who fills it in.</param>
/// <param name="Place">Where it is put right, when it is not in this form.</param>
public sealed record ReceiptProblem(string Field, string Text, ReceiptProblem.Where Place = ReceiptProblem.Where.Here)
{
    public enum Where
    {
        Here,

        /// <summary>What the practice says about itself.</summary>
        Site,

        /// <summary>Therapists, services, and what is said on receipts.</summary>
        Offer,
    }
}
