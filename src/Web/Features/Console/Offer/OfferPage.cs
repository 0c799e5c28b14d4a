using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using NodaTime;
using NodaTime.Text;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Console.Offer;

/// <summary>What the pages about the offer have in common: they keep nothing until all of it is right, and nothing over somebody else's change.</summary>
public abstract class OfferPage : PageModel
{
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    private static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu, HH:mm");

    public ImmutableArray<OfferProblem> Problems { get; protected set; } = [];

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool WasChanged { get; private set; }

    /// <summary>What was done just now; null for nothing.</summary>
    public string? Told { get; protected set; }

    public string? TroubleWith(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

    /// <summary>For the attribute <c>aria-invalid</c>.</summary>
    public string? Invalid(string field) => TroubleWith(field) is null ? null : "true";

    public static string Words(LocalDate day) => DayPattern.Format(day);

    public static string Words(DateOnly day) => Words(LocalDate.FromDateOnly(day));

    public static string Words(DateTime utc, DateTimeZone zone) => MomentPattern.Format(Instant.FromDateTimeUtc(utc).InZone(zone).LocalDateTime);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>The id of what was saved; null when it was not, which <see cref="Problems"/> and <see cref="WasChanged"/> explain.</returns>
    protected Guid? Understand(OfferOutcome outcome)
    {
        switch (outcome)
        {
            case OfferOutcome.Saved saved:
                return saved.Id;
            case OfferOutcome.Refused refused:
                Problems = refused.Problems;
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return null;
            case OfferOutcome.ChangedMeanwhile:
                WasChanged = true;
                Response.StatusCode = StatusCodes.Status409Conflict;
                return null;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Columns of rows that were posted side by side, as rows again; what is missing in one is empty.</summary>
    protected static ImmutableArray<string[]> Rows(IFormCollection form, params ReadOnlySpan<string> columns)
    {
        StringValues[] all = new StringValues[columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            all[column] = form[columns[column]];
        }

        return [.. Enumerable.Range(0, all.Max(values => values.Count)).Select(row => Array.ConvertAll(all, values => row < values.Count ? values[row] ?? "" : ""))];
    }

    protected static ImmutableArray<string> All(IFormCollection form, string field) => [.. form[field].Select(value => value ?? "")];
}
