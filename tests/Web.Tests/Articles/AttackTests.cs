using Unknot.Practice.Articles;
using Unknot.Practice.Shared;

namespace Unknot.Web.Tests.Articles;

public sealed class AttackTests(ArticleSite site) : IClassFixture<ArticleSite>
{
    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public async Task What_somebody_writes_never_acts(string attack)
    {
        var picture = await site.PictureAsync(attack);
        var slug = $"attack-{Guid.NewGuid():N}";
        var storable = string.Concat(attack.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t'));
        string Cut(string text, int most) => text.Length > most ? text[..most] : text;
        await site.DoAsync(async services =>
        {
            var (author, problems) = await services.GetRequiredService<AuthorDesk>().SaveAsync(
                null, new AuthorDesk.Draft(Cut(string.Concat(storable.Where(letter => !char.IsControl(letter))), 100), slug, storable, picture.Id), null, default);
            Assert.Equal("", string.Join(' ', problems.Select(problem => problem.Message)));
            var outcome = await services.GetRequiredService<ArticleDesk>().CreateAsync(
                new ArticleDraft
                {
                    Title = Cut($"T {storable}", 120),
                    Summary = Cut($"S {storable}", 300),
                    Body = $"{storable}\n\n> {storable}\n\n[{storable}](https://example.com) ![{storable}]({picture.AddressAt(2)})",
                    Slug = slug,
                    Tags = [],
                    AuthorId = author!.Id,
                    CoverId = picture.Id,
                    CoverAlt = Cut($"A {storable}", 300),
                    TakesComments = true,
                },
                null,
                default);
            var done = Assert.IsType<ArticleOutcome.Done>(outcome);
            Assert.IsType<ArticleOutcome.Done>(await services.GetRequiredService<ArticleDesk>().PublishAsync(done.Article.Id, 1, null, default));
        });

        foreach (var address in new[] { $"/articles/{slug}", $"/es/articles/{slug}", "/articles", "/articles/all", $"/articles?q={Uri.EscapeDataString(attack)}", $"/articles?tag={Uri.EscapeDataString(attack)}", $"/articles/{Uri.EscapeDataString(attack)}" })
        {
            var page = await (await site.Reader.GetAsync(address)).Content.ReadAsStringAsync();

            Assert.Empty(Html.WhatActs(page));
        }

        using var feed = await site.Reader.GetAsync("/articles/feed.xml");
        var entries = System.ServiceModel.Syndication.SyndicationFeed.Load(System.Xml.XmlReader.Create(await feed.Content.ReadAsStreamAsync())).Items;
        Assert.All(entries, entry => Assert.Empty(Html.WhatActs(((System.ServiceModel.Syndication.TextSyndicationContent)entry.Content).Text)));
    }

    [Theory]
    [MemberData(nameof(Attacks.All), MemberType = typeof(Attacks))]
    public async Task A_tag_or_an_address_is_no_way_in(string attack) => await site.DoAsync(async services =>
    {
        var outcome = await services.GetRequiredService<ArticleDesk>().CreateAsync(
            new ArticleDraft { Title = "Tagged", Summary = "", Body = "", Slug = attack, Tags = [attack], AuthorId = AuthorId.New(TimeProvider.System), CoverAlt = "", TakesComments = true }, null, default);

        var fields = Assert.IsType<ArticleOutcome.Refused>(outcome).Problems.Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>(["slug", "tags"], StringComparer.Ordinal), fields);
    });

    [Fact]
    public void The_check_finds_what_acts()
    {
        Assert.Equal(["script"], Html.WhatActs("<p><script>alert(1)</script>"));
        Assert.Equal(["img onerror"], Html.WhatActs("<img src='/x' onerror=alert(1)>"));
        Assert.Equal(["a href=javascript:alert(1)"], Html.WhatActs("<a href='&#106;avascript:alert(1)'>"));
        Assert.Equal(["a href=//evil.example"], Html.WhatActs("<a href=//evil.example>"));
        Assert.Equal(["svg onload"], Html.WhatActs("<svg/onload=alert(1)>"));
        Assert.Equal(["iframe", "iframe srcdoc"], Html.WhatActs("<iframe srcdoc='x'>"));
        Assert.Empty(Html.WhatActs("<p title=\"<script>\">&lt;script&gt; <textarea><b onclick=x></textarea>"));
    }
}
