using System.Collections.Immutable;

namespace Unknot.Atlas.Tests.Places;

public sealed class NearestNamesTests
{
    private static readonly ImmutableArray<Region> Regions =
    [
        Region("front-of-knee", "Front of knee", "kneecap"),
        Region("temple", "Temple", "side of forehead"),
        Region("back-of-neck", "Back of neck", "nape"),
        Region("shin", "Shin"),
    ];

    [Theory]
    [InlineData("tempel", "temple")]
    [InlineData("temples", "temple")]
    [InlineData("knee", "front-of-knee")]
    [InlineData("Knee cap", "front-of-knee")]
    [InlineData("neck_back_of", "back-of-neck")]
    [InlineData("nape", "back-of-neck")]
    public void A_slip_finds_what_was_meant(string wanted, string meant) =>
        Assert.Equal(meant, NearestNames.Of(wanted, Regions, 1)[0].Id.ToString());

    [Fact]
    public void Something_is_offered_for_any_text_whatever_its_length() =>
        Assert.Equal(3, NearestNames.Of(new string('ж', 1_000_000), Regions, 3).Length);

    [Fact]
    public void Asking_for_no_names_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NearestNames.Of("temple", Regions, 0));

    private static Region Region(string id, string name, params string[] synonyms) => new()
    {
        Id = RegionId.Parse(id, null),
        Name = name,
        Synonyms = [.. synonyms],
        Part = BodyPart.Head,
        Sides = RegionSides.Paired,
        Surface = RegionSurface.Skin,
        Seeds = [],
    };
}
