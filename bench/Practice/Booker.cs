using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Unknot.Bench.Practice;

/// <summary>Books through the API, and keeps how long each answer took and what it was.</summary>
internal sealed class Booker(Func<HttpClient> node, string service)
{
    private const string Key = "Idempotency-Key";

    private static int networks;

    public ConcurrentBag<TimeSpan> Times { get; } = [];

    /// <summary>Answers of 500 and above.</summary>
    public ConcurrentBag<string> Failures { get; } = [];

    public async Task<List<string>> FreeAsync(DateOnly from, DateOnly to)
    {
        var answer = await node().GetFromJsonAsync<JsonObject>($"/api/v1/slots?service={service}&minutes=60&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
        return [.. answer!["slots"]!.AsArray().Select(slot => (string)slot!["start"]!)];
    }

    /// <returns>The hold; null with what is free near it when the time is taken.</returns>
    /// <exception cref="HttpRequestException">The node is gone, or answers with an error of its own.</exception>
    public async Task<(string? Hold, List<string> Nearest)> HoldAsync(string start, Guid key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/holds") { Content = JsonContent.Create(new { service, minutes = 60, start }) };
        request.Headers.Add(Key, key.ToString());
        var (status, body) = await SendAsync(request);
        return status switch
        {
            HttpStatusCode.Created => ((string)body["hold"]!, []),
            HttpStatusCode.Conflict => (null, [.. (body["nearest"] as JsonArray ?? []).Select(each => (string)each!)]),
            _ => throw new InvalidOperationException($"A hold was answered with {status}: {body.ToJsonString()}"),
        };
    }

    /// <returns>The session; null when the time went to somebody else.</returns>
    /// <exception cref="HttpRequestException">As above.</exception>
    public async Task<string?> BookAsync(string hold, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sessions")
        {
            Content = JsonContent.Create(new { hold, name, email = "race@example.com", consent = Unknot.Practice.Booking.BookingConsent.Version }),
        };
        var (status, body) = await SendAsync(request);
        return status switch
        {
            HttpStatusCode.OK => (string)body["session"]!,
            HttpStatusCode.Conflict => null,
            _ => throw new InvalidOperationException($"A booking was answered with {status}: {body.ToJsonString()}"),
        };
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(HttpRequestMessage request)
    {
        // Each from a network of its own, as a proxy on this machine would tell: one network may not hold many times.
        var network = Interlocked.Increment(ref networks);
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"11.{network >> 8 & 255}.{network & 255}.7"));
        var started = Stopwatch.GetTimestamp();
        using var answer = await node().SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Times.Add(Stopwatch.GetElapsedTime(started));
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            Failures.Add($"{(int)answer.StatusCode} {request.RequestUri}");
            throw new HttpRequestException(answer.StatusCode.ToString());
        }

        return (answer.StatusCode, JsonNode.Parse(body)!);
    }
}
