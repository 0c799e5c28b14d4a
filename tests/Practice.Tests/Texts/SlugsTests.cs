using Unknot.Practice.Texts;

namespace Unknot.Practice.Tests.Texts;

public sealed class SlugsTests
{
    [Theory]
    [InlineData("Zoë MÜLLER-Ñandú", "zoe muller-nandu")]
    [InlineData("ada@example.com 5", "ada@example.com 5")]
    [InlineData("李 雷", "李 雷")]
    [InlineData("", "")]
    public void Letters_lose_their_marks_and_nothing_else_changes(string text, string plain) => Assert.Equal(plain, Slugs.WithoutMarks(text));

    [Fact]
    public void A_title_becomes_a_name_in_an_address() => Assert.Equal("what-munchen-s-kuche-costs", Slugs.From("What München’ s Küche  costs?"));
}
