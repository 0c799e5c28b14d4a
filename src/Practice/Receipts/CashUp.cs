using System.Collections.Immutable;

namespace Unknot.Practice.Receipts;

/// <summary>What came in, by method and purpose, in cents. Withdrawn payments do not count.</summary>
public sealed class CashUp
{
    private readonly Dictionary<(PaymentMethod Method, PaymentPurpose Purpose), long> _sums;

    private CashUp(Dictionary<(PaymentMethod Method, PaymentPurpose Purpose), long> sums) => _sums = sums;

    public long Total => _sums.Values.Sum();

    public static CashUp Of(ImmutableArray<Payment> payments) => new(payments
        .Where(payment => payment.WithdrawnAtUtc is null)
        .GroupBy(payment => (payment.Method, payment.Purpose))
        .ToDictionary(group => group.Key, group => group.Sum(payment => (long)payment.AmountCents)));

    public long Of(PaymentMethod method, PaymentPurpose purpose) => _sums.GetValueOrDefault((method, purpose));

    public long Of(PaymentMethod method) => _sums.Where(pair => pair.Key.Method == method).Sum(pair => pair.Value);

    public long Of(PaymentPurpose purpose) => _sums.Where(pair => pair.Key.Purpose == purpose).Sum(pair => pair.Value);
}
