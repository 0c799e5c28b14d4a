using Unknot.Atlas;

namespace Unknot.Dialogue.Tests;

public sealed class SaidBesideTests
{
    private static readonly PainWords Words = new(TheAtlas.Data);
    private static readonly SidedRegion Temple = new(RegionId.Parse("temple", null), Side.Right);
    private static readonly SidedRegion Jaw = new(RegionId.Parse("jaw", null), Side.Right);

    [Fact]
    public void Words_add_what_hurts_in_the_strength_that_was_said_and_what_does_not()
    {
        var said = SaidBeside.Of(Words.Read("right temple 4/10, my right jaw is fine"), new HashSet<SidedRegion>(), new HashSet<SidedRegion>());

        Assert.Equal([(Temple, 0.4)], said.Painful.Select(pain => (pain.Region, pain.Intensity)));
        Assert.Equal([Jaw], said.PainFree.Select(region => region));
    }

    [Fact]
    public void What_was_named_wins_over_the_words()
    {
        var understood = Words.Read("right temple 4/10, my right jaw is fine");

        var marked = SaidBeside.Of(understood, new HashSet<SidedRegion> { Temple, Jaw }, new HashSet<SidedRegion>());
        Assert.Empty(marked.Painful);
        Assert.Empty(marked.PainFree);
        var free = SaidBeside.Of(understood, new HashSet<SidedRegion>(), new HashSet<SidedRegion> { Temple, Jaw });
        Assert.Empty(free.Painful);
        Assert.Empty(free.PainFree);
    }

    [Fact]
    public void A_text_that_names_no_place_is_told_with_the_nearest_places()
    {
        const string Text = "xyzzy tmpl";

        var problem = SaidBeside.NoPlaceIn(Text, Words.Read(Text), TheAtlas.Data);

        Assert.Contains("No place was understood in 'xyzzy tmpl'", problem, StringComparison.Ordinal);
        Assert.Contains("temple", problem, StringComparison.Ordinal);
    }
}
