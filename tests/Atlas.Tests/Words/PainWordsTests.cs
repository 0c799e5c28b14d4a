namespace Unknot.Atlas.Tests.Words;

public sealed class PainWordsTests
{
    private static readonly PainWords Words = new(AtlasData.Load());

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Sentences.All.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void What_people_say_is_understood_as_a_careful_listener_would(int place)
    {
        var sentence = Sentences.All[place];

        var understood = Sentences.Written(sentence.Said, Words.Read(sentence.Said));

        Assert.True(sentence.Expected == understood, $"{sentence.Said}\n  meant:      {sentence.Expected}\n  understood: {understood}");
    }

    [Fact]
    public void There_are_at_least_two_hundred_sentences_and_none_twice()
    {
        Assert.True(Sentences.All.Length >= 200, $"There are {Sentences.All.Length}.");
        Assert.Equal(Sentences.All.Length, Sentences.All.Select(sentence => sentence.Said).Distinct().Count());
    }

    [Fact]
    public void Every_region_is_understood_by_each_of_its_names()
    {
        var atlas = AtlasData.Load();
        var missed = atlas.Regions
            .SelectMany(region => region.Synonyms.Append(region.Name).Append(region.Id.ToString()).Select(name => (region.Id, Name: name)))
            .Where(pair => !Words.Read(pair.Name).Painful.Any(found => found.Region.Region == pair.Id))
            .Select(pair => $"{pair.Id}: '{pair.Name}'");

        Assert.Empty(missed);
    }

    [Fact]
    public void Every_mark_knows_the_words_it_came_from()
    {
        const string Text = "My neck is fine, but the left kneecap is really sore. Blah!";
        var understood = Words.Read(Text);

        Assert.Equal("left kneecap", Assert.Single(understood.Painful).Span.In(Text));
        Assert.Equal("neck", understood.PainFree[0].Span.In(Text));
        Assert.Equal("sore", Assert.Single(understood.Qualities).Span.In(Text));
        Assert.Equal("really", understood.Strength!.Span.In(Text));
        Assert.Equal("Blah", Assert.Single(understood.NotUnderstood).In(Text));
    }

    [Fact]
    public void Upper_case_extra_spaces_and_punctuation_change_nothing()
    {
        var plain = Words.Read("back of my left leg down to the calf, tingling");
        var loud = Words.Read("  BACK of my   LEFT leg -- down to the calf!  (tingling)  ");

        Assert.Equal(plain.Painful.Select(found => found.Region), loud.Painful.Select(found => found.Region));
        Assert.Equal(plain.Qualities.Select(found => found.Quality), loud.Qualities.Select(found => found.Quality));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🦵🦵 ,,, ... ''' /// 0/10 11/10")]
    [InlineData("left")]
    [InlineData("not")]
    [InlineData("from to down up the")]
    public void A_text_without_a_place_marks_nothing(string text) => Assert.True(Words.Read(text).NamesNoPlace);

    [Fact]
    public void A_text_of_the_greatest_length_is_read_and_a_longer_one_is_the_callers_bug()
    {
        var longest = string.Concat(Enumerable.Repeat("left sholder to the rigth nee, ", 17))[..PainWords.MaxLength];

        Assert.NotEmpty(Words.Read(longest).Painful);
        Assert.Throws<ArgumentOutOfRangeException>(() => Words.Read(longest + "."));
    }

    [Fact]
    public void No_region_is_named_twice_or_both_painful_and_free_whatever_the_words()
    {
        // Words of all the sentences, thrown together.
        var words = Sentences.All.SelectMany(sentence => sentence.Said.Split(' ')).ToArray();
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Join(' ', random.GetItems(words, 20));
            var understood = Words.Read(text[..Math.Min(text.Length, PainWords.MaxLength)]);

            var all = understood.Painful.Concat(understood.PainFree).Select(found => found.Region).ToList();
            Assert.True(all.Count == all.Distinct().Count(), text);
        }
    }
}
