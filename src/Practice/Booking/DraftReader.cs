using System.Collections.Immutable;
using System.Globalization;

namespace Unknot.Practice.Booking;

/// <summary>Reads the texts of a form one by one and notes all that is wrong. What it gives for a wrong text is of no use.</summary>
internal sealed class DraftReader
{
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    private readonly ImmutableArray<OfferProblem>.Builder _problems = ImmutableArray.CreateBuilder<OfferProblem>();

    internal bool IsRight => _problems.Count == 0;

    internal OfferOutcome.Refused Refusal => new(_problems.ToImmutable());

    internal void Add(string field, string text) => _problems.Add(new OfferProblem(field, text));

    internal string Line(string field, string text, string what, int most, bool isNeeded = false)
    {
        var trimmed = text.Trim();
        if (isNeeded && trimmed.Length == 0)
        {
            Add(field, $"{what} is missing.");
        }
        else if (trimmed.Length > most)
        {
            Add(field, $"{what} has {Figure(trimmed.Length)} characters; at most {Figure(most)} fit.");
        }
        else if (trimmed.Any(char.IsControl))
        {
            Add(field, $"{what} must be one line without control characters.");
        }

        return trimmed;
    }

    /// <summary>The same with line breaks, which become single line feeds.</summary>
    internal string Text(string field, string text, string what, int most)
    {
        var trimmed = text.ReplaceLineEndings("\n").Trim();
        if (trimmed.Length > most)
        {
            Add(field, $"{what} has {Figure(trimmed.Length)} characters; at most {Figure(most)} fit.");
        }
        else if (trimmed.Any(letter => char.IsControl(letter) && letter != '\n'))
        {
            Add(field, $"{what} holds a control character.");
        }

        return trimmed;
    }

    internal int Number(string field, string text, string what, int least, int most)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Add(field, $"{what} must be a whole number from {Figure(least)} to {Figure(most)}.");
        return least;
    }

    internal int? NumberOrNone(string field, string text, string what, int least, int most) =>
        string.IsNullOrWhiteSpace(text) ? null : Number(field, text, what, least, most);

    internal int Cents(string field, string text, string what)
    {
        if (!Prices.TryRead(text, out var cents))
        {
            Add(field, $"{what} is written like “95” or “95.00”, from 0 to {Figure(Prices.MostCents / 100)}.");
        }

        return cents;
    }

    internal DateOnly Day(string field, string text, string what)
    {
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear)
        {
            return day;
        }

        Add(field, $"{what} must be a day like “2026-03-02”, in the years {FirstYear} to {LastYear}.");
        return default;
    }

    /// <param name="isEnd">Midnight is the end of the day, and not its start.</param>
    internal int Time(string field, string text, bool isEnd)
    {
        if (ClockTimes.TryRead(text, out var minutes) && minutes >= (isEnd ? 1 : 0) && minutes <= (isEnd ? 1440 : 1439))
        {
            return minutes;
        }

        Add(field, isEnd ? "An end is written like “17:00” or “5 pm”; “24:00” is midnight." : "A start is written like “09:00” or “9 am”.");
        return 0;
    }

    private static string Figure(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
