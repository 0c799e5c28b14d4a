namespace Unknot.Atlas.Tests.Places;

public sealed class PlaceTests
{
    [Fact]
    public void A_landmark_is_a_place()
    {
        var place = Place.Parse("acromion");

        Assert.Equal("acromion", place.From.ToString());
        Assert.Equal(place.From, place.To);
        Assert.Equal(0, place.Percent);
    }

    [Theory]
    [InlineData("acromion>c7-spinous@40", 40)]
    [InlineData("acromion>c7-spinous@-12.5", -12.5)]
    [InlineData("acromion>c7-spinous@150", 150)]
    public void A_share_of_the_way_between_two_landmarks_is_a_place(string text, float percent)
    {
        var place = Place.Parse(text);

        Assert.Equal("acromion", place.From.ToString());
        Assert.Equal("c7-spinous", place.To.ToString());
        Assert.Equal(percent, place.Percent);
        Assert.Equal(text, place.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Acromion")]
    [InlineData("acromion>c7-spinous")]
    [InlineData("acromion>c7-spinous@")]
    [InlineData("acromion>c7-spinous@151")]
    [InlineData("acromion>c7-spinous@NaN")]
    [InlineData("acromion>@40")]
    public void Anything_else_is_refused_and_the_error_says_what_is_allowed(string text)
    {
        var error = Assert.Throws<FormatException>(() => Place.Parse(text));

        Assert.Contains("'a>b@40'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_mirrors_onto_the_other_and_back()
    {
        Assert.Equal(Side.Right, Side.Left.Mirrored());
        Assert.Equal(Side.Left, Side.Right.Mirrored());
        Assert.Equal(Side.Midline, Side.Midline.Mirrored());
    }
}
