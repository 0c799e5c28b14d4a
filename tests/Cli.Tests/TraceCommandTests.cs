using System.Text.Json;

namespace Unknot.Cli.Tests;

public sealed class TraceCommandTests
{
    [Fact]
    public void Json_has_the_agreed_shape()
    {
        using var answer = Trace("temple:right", "back-of-neck:right");
        var root = answer.RootElement;

        Assert.Equal(["dataVersion", "findings", "results", "explanation", "unexplained", "next", "method", "errorBound"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(2, root.GetProperty("findings").GetArrayLength());
        Assert.Equal(["region", "side", "intensity"], Names(root.GetProperty("findings")[0]));
        Assert.Equal(["point", "muscle", "name", "side", "probability", "range", "explains", "evidence", "chain"], Names(root.GetProperty("results")[0]));
        Assert.Equal(["region", "side", "share"], Names(root.GetProperty("results")[0].GetProperty("explains")[0]));
    }

    [Fact]
    public void Results_are_sorted_and_there_are_at_least_forty()
    {
        using var answer = Trace("temple:right");
        var probabilities = answer.RootElement.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("probability").GetDouble()).ToList();

        Assert.True(probabilities.Count >= 40);
        Assert.Equal(probabilities.OrderDescending(), probabilities);
        Assert.All(probabilities, probability => Assert.InRange(probability, 0, 1));
    }

    [Fact]
    public void The_chain_from_back_over_neck_to_head_begins_at_the_lower_trapezius()
    {
        using var answer = Trace("temple:right", "back-of-neck:right");
        var upperTrapezius = answer.RootElement.GetProperty("results").EnumerateArray()
            .First(result => result.GetProperty("point").GetString() == "upper-trapezius-1" && result.GetProperty("side").GetString() == "right");

        Assert.Equal("lower-trapezius-3:right", upperTrapezius.GetProperty("chain")[0].GetString());
    }

    [Theory]
    [InlineData("front-of-knee:left", 1, "rectus-femoris", "vastus-medialis")]
    [InlineData("back-of-thigh:left", 3, "biceps-femoris", "semitendinosus", "semimembranosus", "gluteus-minimus-posterior")]
    [InlineData("low-back:right", 4, "quadratus-lumborum-superficial", "quadratus-lumborum-deep")]
    [InlineData("low-back", 3, "rectus-abdominis-lower", "lumbar-multifidus")]
    [InlineData("temple:left", 3, "upper-trapezius")]
    public void Known_pains_lead_to_the_muscles_that_are_taught(string where, int among, params string[] muscles)
    {
        using var answer = Trace(where);
        var first = answer.RootElement.GetProperty("results").EnumerateArray().Take(among).Select(result => result.GetProperty("muscle").GetString());

        Assert.Contains(first, muscle => muscles.Contains(muscle));
    }

    [Fact]
    public void An_area_without_pain_speaks_against_the_points_felt_there()
    {
        Assert.True(Probability("--no-pain", "back-of-neck:right") < Probability());

        static double Probability(params string[] more)
        {
            using var answer = Trace(["temple:right", .. more]);
            return answer.RootElement.GetProperty("results").EnumerateArray()
                .First(result => result.GetProperty("point").GetString() == "upper-trapezius-1" && result.GetProperty("side").GetString() == "right")
                .GetProperty("probability").GetDouble();
        }
    }

    [Theory]
    [InlineData("Front of the Knee:left")]
    [InlineData("kneecap:left")]
    [InlineData("front-of-knee:LEFT")]
    public void A_region_may_be_called_what_people_call_it(string text) =>
        Assert.Equal(Run.Of("trace", "front-of-knee:left", "--json").Output, Run.Of("trace", text, "--json").Output);

    [Fact]
    public void The_readable_ranking_names_muscle_side_and_reasons()
    {
        var run = Run.Of("trace", "temple:right", "back-of-neck:right");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Upper trapezius, right", run.Output, StringComparison.Ordinal);
        Assert.Contains("may be felt in: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("may be kept alive by: lower-trapezius-3:right", run.Output, StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tempel:right", "temple")]
    [InlineData("knee-front:left", "front-of-knee")]
    public void An_unknown_region_exits_with_2_and_offers_the_nearest(string text, string nearest)
    {
        var run = Run.Of("trace", text, "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(nearest, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("temple:middle", "left, right or both")]
    [InlineData("nose:left", "midline")]
    public void A_side_that_a_region_does_not_have_exits_with_2_and_says_which_it_has(string text, string allowed)
    {
        var run = Run.Of("trace", text);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(allowed, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pain_and_no_pain_in_one_place_is_refused()
    {
        var run = Run.Of("trace", "temple:right", "--no-pain", "temple:right");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'temple:right' cannot hurt and be free of pain", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_traced_as_the_regions_they_mean()
    {
        using var words = Trace("--text", "back of my left leg down to the calf, tingling");
        using var regions = Trace("back-of-thigh:left", "back-of-knee:left", "calf:left", "--quality", "tingling");

        Assert.Equal(regions.RootElement.GetProperty("results").ToString(), words.RootElement.GetProperty("results").ToString());
        var understood = words.RootElement.GetProperty("understood");
        Assert.Equal(["painful", "painFree", "qualities", "notUnderstood"], Names(understood));
        Assert.Equal(["region", "side", "sideSaid", "words"], Names(understood.GetProperty("painful")[0]));
        Assert.Equal("tingling", understood.GetProperty("qualities")[0].GetString());
    }

    [Fact]
    public void Words_say_what_is_free_how_strong_it_is_and_what_was_not_understood()
    {
        using var answer = Trace("--text", "right temple 4/10, my neck is fine, wobbledy");
        var understood = answer.RootElement.GetProperty("understood");

        Assert.Equal("back-of-neck", understood.GetProperty("painFree")[0].GetProperty("region").GetString());
        Assert.Equal(0.4, understood.GetProperty("strength").GetDouble());
        Assert.Equal("wobbledy", understood.GetProperty("notUnderstood")[0].GetString());
        Assert.Equal(0.4, answer.RootElement.GetProperty("findings")[0].GetProperty("intensity").GetDouble());
    }

    [Fact]
    public void The_readable_ranking_begins_with_how_the_words_were_understood()
    {
        var run = Run.Of("trace", "--text", "dull ache behind my eye, not the jaw, flibbertigibbet");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Understood:", run.Output, StringComparison.Ordinal);
        Assert.Contains("hurts:          Eye, deep inside (both sides)", run.Output, StringComparison.Ordinal);
        Assert.Contains("does not hurt:  Jaw (both sides)", run.Output, StringComparison.Ordinal);
        Assert.Contains("feels:          dull, aching", run.Output, StringComparison.Ordinal);
        Assert.Contains("not understood: 'flibbertigibbet'", run.Output, StringComparison.Ordinal);
        Assert.Contains("No side was said", run.Output, StringComparison.Ordinal);
        Assert.Contains("not a diagnosis", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_and_words_add_up_and_arguments_win()
    {
        using var answer = Trace("temple:right", "--text", "left knee, not the temple");

        Assert.Equal(
            ["temple:right", "front-of-knee:left"],
            answer.RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("region")}:{finding.GetProperty("side")}"));
    }

    [Theory]
    [InlineData("xyzzy tmpl", "temple")]
    [InlineData("my homework", "unknot regions")]
    [InlineData("", "unknot regions")]
    public void Words_that_name_no_place_exit_with_2_and_offer_the_nearest(string text, string offered)
    {
        var run = Run.Of("trace", "--text", text);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("No place was understood", run.Error, StringComparison.Ordinal);
        Assert.Contains(offered, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_only_say_what_does_not_hurt_are_not_enough() =>
        Assert.Contains("Nothing that hurts", Run.Of("trace", "--text", "no pain in the knee").Error, StringComparison.Ordinal);

    [Fact]
    public void A_text_that_is_too_long_is_refused_with_its_length()
    {
        var run = Run.Of("trace", "--text", new string('a', 501));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("501 characters. Allowed: at most 500", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_regions_nor_words_exits_with_2()
    {
        var run = Run.Of("trace");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Say where it hurts", run.Error, StringComparison.Ordinal);
    }

    private static JsonDocument Trace(params string[] args)
    {
        var run = Run.Of(["trace", .. args, "--json"]);
        Assert.Equal("", run.Error);
        return JsonDocument.Parse(run.Output);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
