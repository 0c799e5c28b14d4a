using Unknot.Inference.Reasoning;

namespace Unknot.Dialogue.Tests;

public sealed class RangeWordsTests
{
    [Theory]
    [InlineData(0.21, 0.38, "Between 2 and 4 in 10 people with pain like this may have this point. The published figures leave some room.")]
    [InlineData(0.28, 0.32, "About 3 in 10 people with pain like this may have this point. The published figures leave little doubt about that.")]
    [InlineData(0.61, 0.87, "Between 6 and 9 in 10 people with pain like this may have this point. Worth checking first, whichever of the published figures are true.")]
    [InlineData(0.7, 0.97, "At least 7 in 10 people with pain like this may have this point. Worth checking first, whichever of the published figures are true.")]
    [InlineData(0.96, 0.99, "Nearly all people with pain like this may have this point. Worth checking first, whichever of the published figures are true.")]
    [InlineData(0.04, 0.31, "Up to 3 in 10 people with pain like this may have this point. The published figures leave some room.")]
    [InlineData(0.03, 0.62, "Up to 6 in 10 people with pain like this may have this point. The published figures leave this wide open.")]
    [InlineData(0.2, 0.9, "Between 2 and 9 in 10 people with pain like this may have this point. The published figures leave this wide open.")]
    [InlineData(0.06, 0.12, "About 1 in 10 people with pain like this may have this point. Unlikely, whichever of the published figures are true.")]
    [InlineData(0.01, 0.03, "Between 1 and 3 in 100 people with pain like this may have this point. Unlikely, whichever of the published figures are true.")]
    [InlineData(0.019, 0.021, "About 2 in 100 people with pain like this may have this point. Unlikely, whichever of the published figures are true.")]
    [InlineData(0.001, 0.03, "Up to 3 in 100 people with pain like this may have this point. Unlikely, whichever of the published figures are true.")]
    [InlineData(0, 0.004, "Fewer than 1 in 100 people with pain like this may have this point. Unlikely, whichever of the published figures are true.")]
    [InlineData(0, 0, "Fewer than 1 in 100 people with pain like this may have this point. Unlikely, whichever of the published figures are true.")]
    [InlineData(1, 1, "Nearly all people with pain like this may have this point. Worth checking first, whichever of the published figures are true.")]
    [InlineData(0, 1, "Anything from none to all of the people with pain like this may have this point. The published figures leave this wide open.")]
    public void A_range_is_told_in_numbers_of_people_and_how_far_the_figures_decide_it(double low, double high, string words) =>
        Assert.Equal(words, RangeWords.Of(new ProbabilityRange(low, high)));

    [Theory]
    [InlineData(0.238, 0.412, "24 to 41 %")]
    [InlineData(0.316, 0.324, "32 %")]
    [InlineData(0, 0.004, "0 %")]
    [InlineData(0.125, 0.5, "13 to 50 %")]
    public void The_ends_are_given_in_whole_per_cent_and_once_when_they_are_the_same(double low, double high, string words) =>
        Assert.Equal(words, RangeWords.Percent(new ToldRange(low, high)));

    [Fact]
    public void Every_range_has_words_without_a_nonsense_number()
    {
        for (var low = 0; low <= 100; low++)
        {
            for (var high = low; high <= 100; high++)
            {
                var words = RangeWords.Of(new ProbabilityRange(low / 100.0, high / 100.0));

                Assert.DoesNotContain(" 0 in", words, StringComparison.Ordinal);
                Assert.DoesNotContain("etween 0", words, StringComparison.Ordinal);
                Assert.Matches(@"^(About|Anything from none to all of the people|Between|Up to|At least|Fewer than|Nearly all) ?.* may have this point\. [A-Z].*\.$", words);
            }
        }
    }
}
