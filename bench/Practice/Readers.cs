using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Unknot.Bench.Practice;

/// <summary>What readers' browsers send. Each reader has an address of its own, which a proxy on this machine would tell the server.</summary>
internal sealed partial class Readers(HttpClient client)
{
    private const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    /// <summary>Loads an article.</summary>
    /// <returns>The page, and how long it took.</returns>
    public async Task<(string Page, TimeSpan Took)> ReadAsync(string slug, int reader)
    {
        using var request = Request(HttpMethod.Get, $"/articles/{slug}", reader);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return (page, System.Diagnostics.Stopwatch.GetElapsedTime(started));
    }

    public static string ViewToken(string page) => WebUtility.HtmlDecode(View().Match(page).Groups["token"].Value);

    public static string FormToken(string page) => WebUtility.HtmlDecode(Form().Match(page).Groups["token"].Value);

    /// <returns>True when the server has confirmed it.</returns>
    public async Task<bool> SeenAsync(string token, int reader)
    {
        using var request = Request(HttpMethod.Post, "/articles/view", reader);
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("token", token)]);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.NoContent;
    }

    /// <returns>True when the server has confirmed it.</returns>
    public async Task<bool> SayAsync(string slug, string token, string text, int reader)
    {
        using var request = Request(HttpMethod.Post, $"/articles/{slug}/comments", reader);
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("form", token), KeyValuePair.Create("name", "Reader"), KeyValuePair.Create("text", text)]);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, int reader)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.UserAgent.ParseAdd(Browser);
        request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"11.{reader >> 8 & 255}.{reader & 255}.7"));
        return request;
    }

    [GeneratedRegex("<article-view[^>]*data-token=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex View();

    [GeneratedRegex("name=\"form\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
