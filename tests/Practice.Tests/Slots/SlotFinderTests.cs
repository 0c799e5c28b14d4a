using NodaTime.Text;
using Unknot.Practice.Slots;

namespace Unknot.Practice.Tests.Slots;

/// <summary>Cases worked out by hand. Times of answers are hours and minutes in UTC.</summary>
public sealed class SlotFinderTests
{
    [Fact]
    public void Starts_are_a_step_apart_from_the_opening_and_the_last_session_ends_as_it_closes() =>
        Assert.Equal(["13:00", "13:30", "14:00", "14:30", "15:00"], Slots(rules: """{"days":[1],"start":"09:00","end":"12:00"}"""));

    [Fact]
    public void Buffers_need_no_opening_hours() =>
        Assert.Equal(["13:00", "14:00"], Slots(rules: """{"days":[1],"start":"09:00","end":"11:00"}""", service: """{"durationMinutes":60,"bufferBeforeMinutes":30,"bufferAfterMinutes":30,"slotStepMinutes":60}"""));

    [Fact]
    public void Buffers_of_both_add_up_between_two_sessions() =>
        Assert.Equal(
            ["13:00", "15:45"],
            Slots(
                rules: """{"days":[1],"start":"09:00","end":"12:45"}""",
                busy: """{"start":"2025-06-02T14:30:00Z","end":"2025-06-02T15:15:00Z","bufferBeforeMinutes":15,"bufferAfterMinutes":20}""",
                service: """{"durationMinutes":60,"bufferBeforeMinutes":10,"bufferAfterMinutes":15,"slotStepMinutes":15}"""));

    [Fact]
    public void Shared_buffers_are_the_longer_of_both() =>
        Assert.Equal(
            ["13:00", "13:15", "15:45"],
            Slots(
                rules: """{"days":[1],"start":"09:00","end":"12:45"}""",
                busy: """{"start":"2025-06-02T14:30:00Z","end":"2025-06-02T15:15:00Z","bufferBeforeMinutes":15,"bufferAfterMinutes":20}""",
                service: """{"durationMinutes":60,"bufferBeforeMinutes":10,"bufferAfterMinutes":15,"slotStepMinutes":15}""",
                policy: """{"bufferRule":"shared"}"""));

    [Fact]
    public void The_gap_grid_begins_anew_after_a_booking() =>
        Assert.Equal(
            ["13:00", "14:40", "15:10"],
            Slots(
                rules: """{"days":[1],"start":"09:00","end":"12:15"}""",
                busy: """{"start":"2025-06-02T14:05:00Z","end":"2025-06-02T14:40:00Z"}""",
                policy: """{"alignment":"gap"}"""));

    [Fact]
    public void Notice_counts_elapsed_minutes_and_its_very_end_is_allowed() =>
        Assert.Equal(["14:00", "14:30", "15:00"], Slots(rules: """{"days":[1],"start":"09:00","end":"12:00"}""", now: "2025-06-02T12:00:00Z"));

    [Fact]
    public void An_empty_override_closes_the_day_and_another_replaces_its_windows()
    {
        const string Rules = """{"days":[1],"start":"09:00","end":"12:00"}""";
        Assert.Empty(Slots(Rules, overrides: """{"date":"2025-06-02","windows":[]}"""));
        Assert.Equal(["14:00", "14:30", "15:00"], Slots(Rules, overrides: """{"date":"2025-06-02","windows":[{"start":"10:00","end":"12:00"}]}"""));
    }

    [Fact]
    public void Windows_that_touch_or_overlap_are_one_with_one_grid() =>
        Assert.Equal(
            ["13:00", "13:40", "14:20", "15:00"],
            Slots(
                rules: """{"days":[1],"start":"09:00","end":"10:30"},{"days":[1],"start":"10:30","end":"11:30"},{"days":[1],"start":"11:00","end":"12:00"},{"days":[1],"start":"15:00","end":"15:00"}""",
                service: """{"durationMinutes":60,"slotStepMinutes":40}"""));

    [Fact]
    public void A_window_goes_on_across_midnight() =>
        Assert.Equal(
            ["02:00", "02:50", "03:40", "04:30"],
            Slots(
                rules: """{"days":[1],"start":"22:00","end":"24:00"},{"days":[2],"start":"00:00","end":"01:30"}""",
                service: """{"durationMinutes":60,"slotStepMinutes":50}""",
                from: "2025-06-03T00:00:00Z",
                to: "2025-06-04T00:00:00Z"));

    [Fact]
    public void The_day_that_loses_an_hour_has_fewer_starts() =>
        Assert.Equal(
            ["06:00", "07:00", "08:00"],
            Slots(
                rules: """{"days":[7],"start":"01:00","end":"05:00"}""",
                service: """{"durationMinutes":60,"slotStepMinutes":60}""",
                now: "2025-03-01T00:00:00Z",
                from: "2025-03-09T00:00:00Z",
                to: "2025-03-10T00:00:00Z"));

    [Fact]
    public void The_day_that_gains_an_hour_has_more_and_its_double_hour_begins_with_the_first() =>
        Assert.Equal(
            ["05:00", "06:00", "07:00", "08:00"],
            Slots(
                rules: """{"days":[7],"start":"01:00","end":"04:00"}""",
                service: """{"durationMinutes":60,"slotStepMinutes":60}""",
                now: "2025-10-01T00:00:00Z",
                from: "2025-11-02T00:00:00Z",
                to: "2025-11-03T00:00:00Z"));

    [Fact]
    public void A_wall_time_that_is_left_out_is_shifted_forward() =>
        Assert.Equal(
            ["07:30", "08:00"],
            Slots(
                rules: """{"days":[7],"start":"02:30","end":"05:00"}""",
                now: "2025-03-01T00:00:00Z",
                from: "2025-03-09T00:00:00Z",
                to: "2025-03-10T00:00:00Z"));

    [Fact]
    public void The_end_of_the_query_is_not_part_of_it() =>
        Assert.Equal(["13:00", "13:30"], Slots(rules: """{"days":[1],"start":"09:00","end":"12:00"}""", from: "2025-06-02T13:00:00Z", to: "2025-06-02T14:00:00Z"));

    private static List<string> Slots(
        string rules,
        string busy = "",
        string service = """{"durationMinutes":60,"bufferBeforeMinutes":0,"bufferAfterMinutes":0,"slotStepMinutes":30}""",
        string overrides = "",
        string policy = "{}",
        string now = "2025-06-01T00:00:00Z",
        string from = "2025-06-02T00:00:00Z",
        string to = "2025-06-03T00:00:00Z")
    {
        var query = SlotCase.Read($$"""
            {"timezone":"America/New_York","rules":[{{rules}}],"overrides":[{{overrides}}],"busy":[{{busy}}],"service":{{service}},
             "now":"{{now}}","minNoticeMinutes":120,"queryFrom":"{{from}}","queryTo":"{{to}}","policy":{{policy}}}
            """);
        return [.. SlotFinder.Find(query).Select(InstantPattern.CreateWithInvariantCulture("HH:mm").Format)];
    }
}
