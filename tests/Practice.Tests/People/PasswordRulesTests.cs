using Unknot.Practice.People;

namespace Unknot.Practice.Tests.People;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("velvet anchor rides tomorrow")]
    [InlineData("korrekt pferd batterie")]
    [InlineData("gX7#qL2!vR9z")]
    [InlineData("839207461528")]
    [InlineData("длинный пароль тут")]
    [InlineData("passwordless giraffe")]
    public void A_long_one_of_any_kind_is_taken(string password) => Assert.Null(PasswordRules.TroubleWith(password, "Mary Jones", "mary.jones@practice.example"));

    [Theory]
    [InlineData("")]
    [InlineData("elevenchars")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklmn")]
    [InlineData("qwertyuiopasdfgh")]
    [InlineData("Password1234!")]
    [InlineData("P@ssw0rd2024")]
    [InlineData("passwordpassword")]
    [InlineData("Welcome12345")]
    [InlineData("summer2024!!")]
    [InlineData("massage-therapy")]
    [InlineData("MyPractice2026")]
    [InlineData("unknot-unknot-unknot")]
    public void What_everybody_tries_first_is_refused(string password) => Assert.NotNull(PasswordRules.TroubleWith(password, "Mary Jones", "mary.jones@practice.example"));

    [Theory]
    [InlineData("MaryJones1234")]
    [InlineData("jones.mary.1985")]
    [InlineData("M4ryJ0nes2024")]
    public void One_s_own_name_is_refused_and_another_s_is_not(string password)
    {
        Assert.NotNull(PasswordRules.TroubleWith(password, "Mary Jones", "mary.jones@practice.example"));
        Assert.Null(PasswordRules.TroubleWith(password, "Ann Smith", "ann@practice.example"));
    }

    [Fact]
    public void A_password_longer_than_anybody_types_is_refused() => Assert.NotNull(PasswordRules.TroubleWith(string.Concat(Enumerable.Repeat("lorem ipsum ", 20)), "Mary", null));
}
