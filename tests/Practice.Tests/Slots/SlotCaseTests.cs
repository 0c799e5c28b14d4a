using Unknot.Practice.Slots;

namespace Unknot.Practice.Tests.Slots;

public sealed class SlotCaseTests
{
    private const string Good = """
        {"timezone":"Europe/Berlin","rules":[{"days":[1,2],"start":"09:00","end":"24:00"}],"overrides":[{"date":"2025-06-02","windows":[]}],
         "busy":[{"start":"2025-06-03T10:00:00Z","end":"2025-06-03T11:00:00Z"}],
         "service":{"durationMinutes":60,"bufferBeforeMinutes":0,"bufferAfterMinutes":15,"slotStepMinutes":30},
         "now":"2025-06-01T00:00:00Z","minNoticeMinutes":120,"queryFrom":"2025-06-02T00:00:00Z","queryTo":"2025-06-09T00:00:00Z",
         "policy":{"alignment":"window","bufferRule":"additive"}}
        """;

    [Fact]
    public void A_good_case_is_read() => Assert.NotEmpty(SlotFinder.Find(SlotCase.Read(Good)));

    [Theory]
    [InlineData("\"timezone\"", "\"timeZone\"", "'timezone' is missing.")]
    [InlineData("\"now\"", "\"colour\":1,\"now\"", "'colour' is not a known field.")]
    [InlineData("\"end\":\"24:00\"", "\"end\":\"24:00\",\"ends\":\"24:00\"", "'rules[0].ends' is not a known field.")]
    [InlineData("\"windows\":[]", "\"windows\":[{\"start\":\"09:00\",\"end\":\"10:00\",\"step\":5}]", "'overrides[0].windows[0].step' is not a known field.")]
    [InlineData("\"now\"", "\"timezone\":\"UTC\",\"now\"", "'timezone' is given twice.")]
    [InlineData("Europe/Berlin", "Europe/Atlantis", "'timezone' must be a zone of the IANA database, such as \"America/New_York\", not \"Europe/Atlantis\".")]
    [InlineData("[1,2]", "[0]", "'rules[0].days[0]' must be a day from 1, Monday, to 7, Sunday.")]
    [InlineData("\"09:00\"", "\"24:00\"", "'rules[0].start' must be a time from \"00:00\" to \"23:59\", not \"24:00\".")]
    [InlineData("\"24:00\"", "\"24:01\"", "'rules[0].end' must be a time from \"00:00\" to \"24:00\", not \"24:01\".")]
    [InlineData("\"09:00\"", "\"9:00\"", "'rules[0].start' must be a time from \"00:00\" to \"23:59\", not \"9:00\".")]
    [InlineData("\"2025-06-02\"", "\"2025-02-30\"", "'overrides[0].date' must be a date such as \"2025-06-02\", not \"2025-02-30\".")]
    [InlineData("\"2025-06-01T00:00:00Z\"", "\"2025-06-01\"", "'now' must be an instant such as \"2025-06-02T13:00:00Z\", not \"2025-06-01\".")]
    [InlineData("2025-06-03T11", "2025-06-03T09", "'busy[0].end' must not lie before 'busy[0].start'.")]
    [InlineData("\"durationMinutes\":60", "\"durationMinutes\":0", "'service.durationMinutes' must be a whole number of minutes from 1 to 527040.")]
    [InlineData("\"durationMinutes\":60", "\"durationMinutes\":60.5", "'service.durationMinutes' must be a whole number of minutes from 1 to 527040.")]
    [InlineData("\"bufferAfterMinutes\":15", "\"bufferAfterMinutes\":-1", "'service.bufferAfterMinutes' must be a whole number of minutes from 0 to 527040.")]
    [InlineData("\"window\"", "\"clock\"", "'policy.alignment' must be \"window\" or \"gap\", not \"clock\".")]
    [InlineData("\"additive\"", "\"none\"", "'policy.bufferRule' must be \"additive\" or \"shared\", not \"none\".")]
    [InlineData("2025-06-09T", "2045-06-09T", "'queryTo' must lie within 3700 days of 'queryFrom'.")]
    [InlineData("2025-06-09T", "9999-06-09T", "'queryFrom' and 'queryTo' must lie in the years 1900 to 2200.")]
    [InlineData("[1,2]", "{}", "'rules[0].days' must be a list, in brackets.")]
    [InlineData("{\"days\"", "7,{\"days\"", "'rules[0]' must be an object, in braces.")]
    public void What_is_wrong_is_named_with_what_is_allowed(string good, string bad, string message) =>
        Assert.Equal(message, Assert.Throws<SlotCaseException>(() => SlotCase.Read(Good.Replace(good, bad, StringComparison.Ordinal))).Message);

    [Theory]
    [InlineData("", "The case is not JSON: the trouble is in line 1, at byte 1.")]
    [InlineData("[]", "The case must be an object, in braces.")]
    public void What_is_no_object_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<SlotCaseException>(() => SlotCase.Read(text)).Message);

    [Fact]
    public void What_may_be_left_out_stands_for_nothing()
    {
        const string Short = """
            {"timezone":"UTC","rules":[{"days":[1],"start":"09:00","end":"10:00"}],"service":{"durationMinutes":60,"slotStepMinutes":30},
             "now":"2025-06-02T09:00:00Z","queryFrom":"2025-06-02T00:00:00Z","queryTo":"2025-06-03T00:00:00Z"}
            """;
        Assert.Single(SlotFinder.Find(SlotCase.Read(Short)));
    }
}
