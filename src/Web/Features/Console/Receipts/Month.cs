using System.Globalization;

namespace Unknot.Web.Features.Console.Receipts;

/// <summary>A month as addresses name it: <c>2026-03</c>.</summary>
public readonly record struct Month(DateOnly First)
{
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public Month Before => new(First.AddMonths(-1));

    public Month After => new(First.AddMonths(1));

    public string Words => First.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <param name="today">Gives the month when the text names none.</param>
    public static Month Of(string? text, DateOnly today) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 2000 and < 2200
            ? new(first)
            : new(new DateOnly(today.Year, today.Month, 1));

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
