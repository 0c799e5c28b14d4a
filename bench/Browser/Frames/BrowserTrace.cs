using System.Text.Json;
using Microsoft.Playwright;

namespace Unknot.Bench.Browser.Frames;

/// <summary>The browser's own record of what it did.</summary>
internal sealed class BrowserTrace
{
    private const string Categories = "devtools.timeline,disabled-by-default-devtools.timeline,disabled-by-default-devtools.timeline.frame,cc,viz";

    private readonly List<JsonElement> events = [];
    private readonly ICDPSession session;
    private readonly TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrowserTrace(ICDPSession session)
    {
        this.session = session;
        session.Event("Tracing.dataCollected").OnEvent += (_, data) =>
            events.AddRange(data!.Value.GetProperty("value").EnumerateArray().Select(each => each.Clone()));
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.TrySetResult();
    }

    internal static async Task<BrowserTrace> StartAsync(IBrowser browser)
    {
        var trace = new BrowserTrace(await browser.NewBrowserCDPSessionAsync());
        await trace.session.SendAsync("Tracing.start", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["transferMode"] = "ReportEvents",
            ["categories"] = Categories,
        });
        return trace;
    }

    /// <returns>When the compositor drew a new picture of the page, in microseconds.</returns>
    internal async Task<IReadOnlyList<double>> StopAsync()
    {
        await session.SendAsync("Tracing.end");
        await complete.Task;
        await session.DetachAsync();
        return [.. events.Where(each => each.GetProperty("name").GetString() == "DrawFrame").Select(each => each.GetProperty("ts").GetDouble())];
    }

    internal IEnumerable<IGrouping<string, JsonElement>> ByName => events.GroupBy(each => each.GetProperty("name").GetString() ?? "", StringComparer.Ordinal);
}
