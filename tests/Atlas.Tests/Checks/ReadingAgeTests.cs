using Unknot.Atlas.Checks;

namespace Unknot.Atlas.Tests.Checks;

public sealed class ReadingAgeTests
{
    /// <summary>Counted by hand: 6 words, 6 syllables, 1 sentence.</summary>
    [Fact]
    public void A_child_reads_that_the_cat_sat_on_the_mat() =>
        Assert.Equal((0.39 * 6) + 11.8 - 15.59 + 5, ReadingAge.Of("The cat sat on the mat."), 1e-9);

    /// <summary>Often given as an example: 13 words, 24 syllables, a grade of about 11.3.</summary>
    [Fact]
    public void The_platypus_is_for_older_readers() =>
        Assert.InRange(ReadingAge.Of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."), 15, 16.8);

    [Theory]
    [InlineData("press", 1)]
    [InlineData("muscle", 2)]
    [InlineData("shoulder", 2)]
    [InlineData("side", 1)]
    [InlineData("breathe", 1)]
    [InlineData("pressed", 1)]
    [InlineData("rested", 2)]
    [InlineData("gentle", 2)]
    [InlineData("slowly", 2)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int syllables) => Assert.Equal(syllables, ReadingAge.SyllablesOf(word));

    [Fact]
    public void A_text_without_words_has_no_age() => Assert.Equal(0, ReadingAge.Of(" … 4–6 "));

    [Fact]
    public void Sentences_end_at_full_stops_and_colons() =>
        Assert.Equal(["Stop.", "If it tingles:", "let go!", "All right?"], ReadingAge.SentencesOf("Stop. If it tingles: let go! All right?"));
}
