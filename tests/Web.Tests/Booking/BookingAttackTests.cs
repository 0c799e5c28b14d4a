using System.Net;
using Unknot.Practice.Shared;
using Unknot.Web.Features.Booking;
using Unknot.Web.Tests.Articles;

namespace Unknot.Web.Tests.Booking;

public sealed class BookingAttackTests
{
    private static readonly string[] Fields = ["name", "email", "phone", "note", "map", "agrees", "form", "start", "do", "website"];

    [Fact]
    public async Task What_somebody_writes_into_any_field_never_acts()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await APractice.InAsync(store, therapists: 2, change: service => service.Name = Attacks.Texts[0]);
        await using var site = new BookingSite(store);
        foreach (var attack in Attacks.Texts)
        {
            using var visitor = new Visitor(site);
            var query = Uri.EscapeDataString(attack);
            var times = await visitor.GetAsync("/book/massage");
            var pages = new List<Visitor.Answer>
            {
                times,
                await visitor.GetAsync($"/book/massage?minutes={query}&addon={query}&therapist={query}"),
                await visitor.GetAsync($"/book/massage?month={query}&day={query}&view={query}"),
                await visitor.GetAsync($"/book/{query}"),
                await visitor.GetAsync($"/book/session/{query}"),
                await visitor.SendAsync("/book/massage", times, ("start", attack), ("minutes", attack), ("form", attack)),
            };
            var held = await visitor.HoldAsync((await visitor.GetAsync("/book/massage?view=list")).Starts[^1]);
            var form = await visitor.GetAsync(held);
            site.Clock.Move(TimeSpan.FromSeconds(5));
            foreach (var field in Fields)
            {
                pages.Add(await visitor.SendAsync(held, form, [.. Visitor.Ada.Where(each => each.Name != field && each.Name != "agrees"), (field, attack)]));
            }

            // What may be written is kept, and shown to nobody who holds the link but as a first name.
            var word = string.Concat(attack.Where(letter => !char.IsControl(letter)));
            var booked = await visitor.SendAsync(held, form, ("name", word.Length > 100 ? word[..100] : word), ("email", "ada@example.com"), ("note", word), ("agrees", "yes"));
            Assert.Equal(HttpStatusCode.Redirect, booked.Status);
            pages.Add(await visitor.GetAsync(booked.Location));
            pages.Add(await visitor.GetAsync($"{booked.Location}/cancel"));
            pages.Add(await visitor.GetAsync($"{booked.Location}/move"));

            Assert.All(pages, page =>
            {
                Assert.True((int)page.Status < 500, attack);
                Assert.Empty(Html.WhatActs(page.Html));
            });
        }
    }

    [Fact]
    public async Task A_body_map_is_taken_only_in_the_shape_of_the_finder()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new BookingSite(store);
        var maps = site.Services.GetRequiredService<BodyMapCheck>();
        (string Text, bool IsTaken)[] expected =
        [
            ("""{"at":1767225600000,"marks":[[0,1],[17,0.5],[18,0]],"inside":[["tongue:midline",0.4]],"places":[["temple:right",{"qualities":["dull"],"depth":"deep"}]],"felt":["burning"]}""", true),
            ("""{"marks":[],"inside":[]}""", true),
            ("""{"marks":[]}""", false),
            ("""{"marks":[],"inside":[],"more":1}""", false),
            ("""{"marks":[],"marks":[],"inside":[]}""", false),
            ("""{"marks":[[-1,1]],"inside":[]}""", false),
            ("""{"marks":[[99999999,1]],"inside":[]}""", false),
            ("""{"marks":[[1,1.5]],"inside":[]}""", false),
            ("""{"marks":[[1,"1"]],"inside":[]}""", false),
            ("""{"marks":[[1,1],[1,0.5]],"inside":[]}""", false),
            ("""{"marks":[[1,1,1]],"inside":[]}""", false),
            ("""{"marks":[],"inside":[["nowhere:left",1]]}""", false),
            ("""{"marks":[],"inside":[["tongue:left",1]]}""", false),
            ("""{"marks":[],"inside":[],"places":[["temple:right",{"qualities":["<b>"]}]]}""", false),
            ("""{"marks":[],"inside":[],"places":[["temple:right",{"qualities":["dull"],"depth":"x"}]]}""", false),
            ("""{"marks":[],"inside":[],"felt":["dull","dull"]}""", false),
            ("""{"at":"now","marks":[],"inside":[]}""", false),
            ("[]", false),
            ("null", false),
            ("{", false),
            ("[[[[[[[[[[[[]]]]]]]]]]]]", false),
        ];
        Assert.All(expected, map =>
        {
            Assert.Equal(map.IsTaken ? map.Text : null, maps.Read(map.Text));
            Assert.Null(maps.Read($"{map.Text}{new string(' ', BodyMapCheck.MaxLength)}"));
        });
    }
}
