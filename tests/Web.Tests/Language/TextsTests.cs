using System.Globalization;
using Unknot.Web.Language;

namespace Unknot.Web.Tests.Language;

public sealed class TextsTests
{
    private static readonly Texts T = Texts.Load();

    [Fact]
    public void English_comes_first_and_is_what_a_text_is_without_a_translation()
    {
        Assert.Equal("en", T.Languages[0]);
        Assert.Equal("no such text 7", In("es", () => T["no such text {0}", 7]));
    }

    [Fact]
    public void A_text_follows_the_language_of_the_request()
    {
        Assert.Equal("Skip to the content", In("en", () => T["Skip to the content"]));
        Assert.Equal("Ir al contenido", In("es-MX", () => T["Skip to the content"]));
    }

    [Fact]
    public void A_language_without_a_catalogue_is_served_in_English() => Assert.Equal("en", In("fr", () => T.Current));

    private static T1 In<T1>(string culture, Func<T1> read)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return read();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
