using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Unknot.Web.Shared;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Tests.Language;

/// <summary>
/// A language in which every text of the catalogue and of the atlas stands in brackets: what a page shows outside of brackets was written
/// past both.
/// </summary>
public sealed class PseudoLanguageTests(PseudoLanguageTests.MarkedSite site) : IClassFixture<PseudoLanguageTests.MarkedSite>
{
    /// <summary>Pages that are done.</summary>
    public static TheoryData<string> Pages { get; } =
    [
        "/muscles", "/muscles?q=soleus", "/muscles?region=temple&cause=stress", "/muscles?symptom=nothing-known", "/muscles?q=xxxxxx",
        "/muscles/upper-trapezius", "/muscles/levator-ani", "/muscles/no-such-muscle",
        "/pain", "/pain/temple", "/pain/tongue", "/pain/no-such-place",
        "/techniques", "/techniques/roll-quadriceps-ball", "/techniques/breath", "/techniques/thumb", "/techniques/no-such-technique",
        "/chart", "/chart?muscle=soleus", "/chart?region=temple", "/chart?paper=a0",
        "/evidence", "/data", "/no-such-page",
        "/", "/release", "/release/neck-and-headache-desk", "/release/quadriceps-ball", "/release/no-such-programme", "/progress", "/offline",
        "/articles", "/articles?q=xxxxxx", "/articles?tag=none", "/articles/all", "/articles/no-such-article",
    ];

    /// <summary>Forms that are sent without script, with the address they go to. The ranking is left out: the sentences in it are made elsewhere.</summary>
    public static TheoryData<string, string> Forms { get; } = new()
    {
        { "/", "go=questions&mark=temple:right" },
        { "/", "go=answers&mark=temple:right" },
        { "/", "go=answers&mark=temple:right&flag-sudden-headache=yes" },
        { "/", "go=questions" },
        { "/", "go=words&words=" },
        { "/release", "point=upper-trapezius-1:right&point=upper-trapezius-1:left" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_text_of_a_page_comes_from_the_catalogue_or_the_atlas(string address)
    {
        using var response = await site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }).GetAsync($"/es{address}");

        Assert.Empty(VisibleText.OutsideOfBrackets(await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_text_of_the_answer_to_a_form_comes_from_the_catalogue_or_the_atlas(string address, string form)
    {
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await site.CreateClient().PostAsync($"/es{(address == "/" ? "" : address)}", content);

        Assert.Empty(VisibleText.OutsideOfBrackets(await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("<p>⟦Seen⟧ unseen</p>", "unseen")]
    [InlineData("<p aria-label=\"unseen\">⟦Seen⟧</p>", "unseen")]
    [InlineData("<p lang=\"la\">Musculus</p><p>unseen</p>", "unseen")]
    public void What_is_outside_of_brackets_is_found(string page, string text) => Assert.Equal([text], VisibleText.OutsideOfBrackets(page));

    public sealed class MarkedSite : OwnStoreSite
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(MarkEveryText);
        }

        private static void MarkEveryText(IServiceCollection services)
        {
            var texts = Texts.Load().Catalogue("es").Keys.ToDictionary(text => text, Marked, StringComparer.Ordinal);
            services.Replace(ServiceDescriptor.Singleton(Texts.From(new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal) { ["es"] = texts })));
            services.Replace(ServiceDescriptor.Singleton(provider =>
            {
                var english = AtlasData.Load();
                return new Atlases(english, [english.In("es", (_, text) => Marked(text))], provider.GetRequiredService<BodyAtlas>);
            }));
        }

        private static string Marked(string text) => $"⟦{text}⟧";
    }
}

/// <summary>Reads the words of a page.</summary>
internal static partial class VisibleText
{
    /// <summary>Sentences that the Spanish of charts and answers makes; the names in them are the atlas's.</summary>
    private static readonly string[] MadeElsewhere =
        ["Se siente en", "A veces en", "casi siempre", "a menudo", "a veces", "rara vez", "Puntos gatillo", "que se sienten en", "de la cabeza a los pies", "· Unknot", ", izquierda", ", derecha"];

    internal static List<string> OutsideOfBrackets(string page)
    {
        var found = new List<string>();
        var depth = 0;
        var foreign = (Name: "", Open: 0);
        foreach (var part in Parts().Matches(page).Select(match => match.Value))
        {
            if (part is not ['<', ..])
            {
                if (foreign.Open == 0)
                {
                    depth = Read(System.Net.WebUtility.HtmlDecode(part), depth, found);
                }

                continue;
            }

            if (Tag().Match(part) is not { Success: true } tag)
            {
                continue;
            }

            var name = tag.Groups["name"].Value;
            var isEnd = part[1] == '/';
            if (foreign.Open > 0)
            {
                foreign.Open += name != foreign.Name ? 0 : isEnd ? -1 : 1;
                continue;
            }

            if (!isEnd && IsForeign().IsMatch(part))
            {
                foreign = (name, 1);
                continue;
            }

            foreach (var value in Attributes().Matches(part).Select(attribute => System.Net.WebUtility.HtmlDecode(attribute.Groups["value"].Value)))
            {
                Read(value, 0, found);
            }
        }

        return found;
    }

    /// <returns>How deep in brackets the text ends.</returns>
    private static int Read(string text, int depth, List<string> found)
    {
        var outside = new System.Text.StringBuilder();
        foreach (var letter in text)
        {
            depth += letter == '⟦' ? 1 : letter == '⟧' ? -1 : 0;
            outside.Append(depth == 0 && letter != '⟧' ? letter : ' ');
        }

        var rest = MadeElsewhere.Aggregate(outside.ToString(), (left, words) => left.Replace(words, "", StringComparison.OrdinalIgnoreCase));
        if (rest.Any(char.IsLetter) && rest.Trim() != "3D")
        {
            found.Add(rest.Trim());
        }

        return depth;
    }

    [GeneratedRegex(@"<!--.*?-->|<!DOCTYPE[^>]*>|<(?<whole>script|style|svg|code)\b.*?</\k<whole>>|<[^>]+>|[^<]+", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Parts();

    [GeneratedRegex("^</?(?<name>[a-z][a-z0-9-]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("^<(?!html)[^>]*?(?:\\slang=\"|translate=\"no\")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsForeign();

    [GeneratedRegex("\\s(?:aria-label|placeholder|alt|title)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attributes();
}
