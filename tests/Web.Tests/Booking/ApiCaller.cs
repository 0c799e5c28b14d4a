using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Unknot.Practice.Shared;
using Unknot.Web.Shared;
using Unknot.Web.Tests.Console;

namespace Unknot.Web.Tests.Booking;

/// <summary>A program that books through the API of a practice with one service, open every day from 9 to 17.</summary>
internal sealed class ApiCaller : IAsyncDisposable
{
    private ApiCaller(TestStore store, SiteOn site, APractice practice) => (Store, Site, Practice, Http) = (store, site, practice, SignedInClient.Stranger(site));

    internal TestStore Store { get; }

    internal SiteOn Site { get; }

    internal APractice Practice { get; }

    internal HttpClient Http { get; }

    internal static async Task<ApiCaller> OnAsync(Engine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        return new ApiCaller(store, new SiteOn(store), await APractice.InAsync(store));
    }

    /// <summary>Two days from the one after tomorrow on.</summary>
    internal async Task<List<string>> FreeAsync(int minutes = 60)
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        var (_, body) = await GetAsync($"/api/v1/slots?service=massage&minutes={minutes}&from={first:yyyy-MM-dd}&to={first.AddDays(1):yyyy-MM-dd}");
        return [.. body["slots"]!.AsArray().Select(slot => (string)slot!["start"]!)];
    }

    internal Task<(HttpStatusCode Status, JsonNode Body)> HoldAsync(string start, Guid? key = null) =>
        PostAsync("/api/v1/holds", new JsonObject { ["service"] = "massage", ["minutes"] = 60, ["start"] = start }, (key ?? Guid.NewGuid()).ToString());

    internal Task<(HttpStatusCode Status, JsonNode Body)> BookAsync(string hold, string name = "Ada") => PostAsync(
        "/api/v1/sessions",
        new JsonObject { ["hold"] = hold, ["name"] = name, ["email"] = "ada@example.com", ["consent"] = Unknot.Practice.Booking.BookingConsent.Version });

    internal async Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string address, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, bearer);
    }

    internal async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string address, JsonObject? body, string? key = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await SendAsync(request, bearer);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Site.DisposeAsync();
        await Store.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(HttpRequestMessage request, string? bearer)
    {
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
