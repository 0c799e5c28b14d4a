using System.Net;
using Unknot.Practice.Shared;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Booking;

/// <summary>Somebody who books without script: reads pages, and sends their forms as they are.</summary>
internal sealed class Visitor(BookingSite site) : IDisposable
{
    internal static readonly (string Name, string Value)[] Ada =
        [("name", "Ada Lovelace"), ("email", "ada@example.com"), ("phone", "(212) 555-0134"), ("note", "Left shoulder.\r\nNo oil."), ("agrees", "yes")];

    private static int networks;

    private readonly HttpClient _http = InItsOwnNetwork(site);

    internal sealed record Answer(HttpStatusCode Status, string Html, string Location, HttpResponseMessage Message)
    {
        internal string Text => WebUtility.HtmlDecode(Html);

        /// <summary>What its forms send by themselves.</summary>
        internal IEnumerable<(string Name, string Value)> Hidden => Elements("input").Where(input => input.GetValueOrDefault("type") == "hidden").Select(input => (input["name"], input.GetValueOrDefault("value") ?? "")).Distinct();

        /// <summary>Times that can be taken, each once, in the order of the page.</summary>
        internal IReadOnlyList<string> Starts => [.. Elements("button").Where(button => button.GetValueOrDefault("name") == "start").Select(button => button["value"]).Distinct(StringComparer.Ordinal)];

        internal IReadOnlyList<string> Links => [.. Elements("a").Select(link => link.GetValueOrDefault("href") ?? "").Where(href => href.StartsWith('/')).Distinct(StringComparer.Ordinal)];

        private IEnumerable<IReadOnlyDictionary<string, string>> Elements(string name) => Articles.Html.Elements(Html).Where(element => element.Name == name).Select(element => element.Attributes);
    }

    internal Task<Answer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    internal Task<Answer> HeadAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

    internal Task<Answer> PostAsync(string address, IEnumerable<(string Name, string Value)> fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, address)
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>Sends the form of a page with more fields, which go before those that the page fills in.</summary>
    internal Task<Answer> SendAsync(string address, Answer page, params IEnumerable<(string Name, string Value)> fields)
    {
        var typed = fields.ToList();
        return PostAsync(address, page.Hidden.Where(hidden => typed.TrueForAll(field => field.Name != hidden.Name)).Concat(typed));
    }

    /// <returns>Path of the form for the time that is kept now.</returns>
    internal async Task<string> HoldAsync(string start, string times = "/book/massage?minutes=60")
    {
        var page = await GetAsync(times);
        var held = await SendAsync(times.Split('?')[0], page, ("start", start));
        Assert.Equal(HttpStatusCode.Redirect, held.Status);
        return held.Location;
    }

    /// <returns>Path of the booked session.</returns>
    internal async Task<string> BookAsync(string start, params (string Name, string Value)[] details)
    {
        var form = await HoldAsync(start);
        var page = await GetAsync(form);
        site.Clock.Move(TimeSpan.FromSeconds(5));
        var booked = await SendAsync(form, page, details.Length == 0 ? Ada : details);
        Assert.Equal(HttpStatusCode.Redirect, booked.Status);
        return booked.Location;
    }

    internal static string At(int hours, int minutes = 0) => NodaTime.Text.InstantPattern.General.Format(APractice.At(hours, minutes));

    public void Dispose() => _http.Dispose();

    /// <summary>Each visitor comes from a network of its own: how many one network may send is another test.</summary>
    private static HttpClient InItsOwnNetwork(BookingSite site)
    {
        var number = Interlocked.Increment(ref networks);
        var http = SignedInClient.Stranger(site);
        http.DefaultRequestHeaders.Remove(OwnNetwork.Header);
        http.DefaultRequestHeaders.Add(OwnNetwork.Header, $"100.{number >> 8 & 255}.{number & 255}.1");
        return http;
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            var response = await _http.SendAsync(request);
            return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString() ?? "", response);
        }
    }
}
