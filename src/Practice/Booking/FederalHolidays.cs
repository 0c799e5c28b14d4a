using System.Collections.Immutable;
using NodaTime;

namespace Unknot.Practice.Booking;

/// <summary>The legal public holidays of the United States (5 U.S.C. 6103), by their rules.</summary>
public static class FederalHolidays
{
    /// <summary>Those of a year in order: each on its own day and, where that is a weekend, on the weekday on which it is observed too.</summary>
    /// <param name="year">2021 or later: before, Juneteenth was none.</param>
    /// <remarks>New Year's Day on a Saturday is observed on the last day of the year before; it is listed here with its own year.</remarks>
    public static ImmutableArray<Holiday> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2021);
        ReadOnlySpan<Holiday> own =
        [
            new("New Year’s Day", new LocalDate(year, 1, 1)),
            new("Martin Luther King Jr. Day", Nth(year, 1, IsoDayOfWeek.Monday, 3)),
            new("Washington’s Birthday", Nth(year, 2, IsoDayOfWeek.Monday, 3)),
            new("Memorial Day", new LocalDate(year, 5, 31).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday))),
            new("Juneteenth", new LocalDate(year, 6, 19)),
            new("Independence Day", new LocalDate(year, 7, 4)),
            new("Labor Day", Nth(year, 9, IsoDayOfWeek.Monday, 1)),
            new("Columbus Day", Nth(year, 10, IsoDayOfWeek.Monday, 2)),
            new("Veterans Day", new LocalDate(year, 11, 11)),
            new("Thanksgiving", Nth(year, 11, IsoDayOfWeek.Thursday, 4)),
            new("Christmas Day", new LocalDate(year, 12, 25)),
        ];
        var all = ImmutableArray.CreateBuilder<Holiday>();
        foreach (var holiday in own)
        {
            all.Add(holiday);
            if (holiday.Date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            {
                all.Add(new Holiday($"{holiday.Name} (observed)", holiday.Date.PlusDays(holiday.Date.DayOfWeek is IsoDayOfWeek.Saturday ? -1 : 1)));
            }
        }

        return [.. all.OrderBy(holiday => holiday.Date)];
    }

    private static LocalDate Nth(int year, int month, IsoDayOfWeek day, int number) =>
        new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(day)).PlusWeeks(number - 1);
}

/// <param name="Name">As clients read it.</param>
public sealed record Holiday(string Name, LocalDate Date);
