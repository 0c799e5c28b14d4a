using NodaTime.Text;
using Unknot.Practice.Booking;

namespace Unknot.Practice.Tests.Booking;

/// <summary>Against the lists of the Office of Personnel Management (opm.gov, "Federal Holidays").</summary>
public sealed class FederalHolidaysTests
{
    [Theory]
    [InlineData(2021, "2021-01-01 2021-01-18 2021-02-15 2021-05-31 2021-06-18 2021-07-05 2021-09-06 2021-10-11 2021-11-11 2021-11-25 2021-12-24")]
    [InlineData(2022, "2021-12-31 2022-01-17 2022-02-21 2022-05-30 2022-06-20 2022-07-04 2022-09-05 2022-10-10 2022-11-11 2022-11-24 2022-12-26")]
    [InlineData(2023, "2023-01-02 2023-01-16 2023-02-20 2023-05-29 2023-06-19 2023-07-04 2023-09-04 2023-10-09 2023-11-10 2023-11-23 2023-12-25")]
    [InlineData(2025, "2025-01-01 2025-01-20 2025-02-17 2025-05-26 2025-06-19 2025-07-04 2025-09-01 2025-10-13 2025-11-11 2025-11-27 2025-12-25")]
    [InlineData(2026, "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25")]
    [InlineData(2027, "2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24")]
    public void They_are_observed_on_the_days_that_are_published(int year, string days)
    {
        var observed = FederalHolidays.Of(year).GroupBy(holiday => holiday.Name.Replace(" (observed)", "", StringComparison.Ordinal))
            .Select(same => (same.FirstOrDefault(each => each.Name.EndsWith("(observed)", StringComparison.Ordinal)) ?? same.First()).Date);
        Assert.Equal(days.Split(' '), observed.Order().Select(LocalDatePattern.Iso.Format));
    }

    [Fact]
    public void One_on_a_weekend_is_there_on_its_own_day_too() =>
        Assert.Equal(["2026-07-03 Independence Day (observed)", "2026-07-04 Independence Day"],
            FederalHolidays.Of(2026).Where(holiday => holiday.Date.Month == 7).Select(holiday => $"{LocalDatePattern.Iso.Format(holiday.Date)} {holiday.Name}"));

    [Fact]
    public void Before_Juneteenth_there_is_no_answer() => Assert.Throws<ArgumentOutOfRangeException>(() => FederalHolidays.Of(2020));
}
