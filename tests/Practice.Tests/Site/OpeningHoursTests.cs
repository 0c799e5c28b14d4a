using Unknot.Practice.Site;

namespace Unknot.Practice.Tests.Site;

public sealed class OpeningHoursTests
{
    [Fact]
    public void Lines_are_read_as_days_and_times()
    {
        Assert.True(OpeningHours.TryParse("Mon-Wed, Fri 09:00-12:00, 13:30-17:00\n\n Sun 00:00-24:00 ", out var hours, out _));

        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Friday], hours.Lines[0].Days.AsEnumerable());
        Assert.Equal(["09:00-12:00", "13:30-17:00"], hours.Lines[0].Windows.Select(window => window.ToString()));
        Assert.Equal([DayOfWeek.Sunday], hours.Lines[1].Days.AsEnumerable());
        Assert.Equal(1440, hours.Lines[1].Windows[0].ToMinute);
    }

    [Theory]
    [InlineData("Mon-Fri 9:00-17:00", "Line 1")]
    [InlineData("Mon 09:00-17:00\nTue", "Line 2")]
    [InlineData("Mon-Fri 09:00-24:30", "Line 1")]
    [InlineData("Mon 17:00-09:00", "close after it opens")]
    [InlineData("Mon 09:00-09:00", "close after it opens")]
    [InlineData("Fri-Mon 09:00-17:00", "earlier one")]
    [InlineData("monday 09:00-17:00", "Line 1")]
    [InlineData("Mon 09:00–17:00", "Line 1")]
    [InlineData("Mon 09:00-17:00 <b>", "Line 1")]
    [InlineData("Mon-Fri 09:00-17:00\nWed 16:00-18:00", "Wednesday is already open")]
    [InlineData("Mon 09:00-12:00, 11:00-13:00", "Monday is already open")]
    public void A_line_that_is_wrong_is_named(string text, string said)
    {
        Assert.False(OpeningHours.TryParse(text, out _, out var trouble));

        Assert.Contains(said, trouble, StringComparison.Ordinal);
    }
}
