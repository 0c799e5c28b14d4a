using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Unknot.Web.Tests.Front;

public sealed class TelemetryTests
{
    [Fact]
    public async Task What_leaves_the_house_names_routes_and_nobody()
    {
        await using var collector = new Collector();
        await using var site = new PracticeSite { From = IPAddress.Parse("203.0.113.77") };
        site.Configured["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        site.Configured["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        site.Visitor.DefaultRequestHeaders.UserAgent.ParseAdd("SecretBrowser/1.0");
        await site.Visitor.GetAsync("/muscles/soleus?q=secretquery");
        await site.Visitor.GetAsync("/es/nowhere/secretlink");
        await site.Visitor.GetAsync("/calendar/secretfeed.ics");
        await site.Visitor.GetAsync("/book/waiting/secretplace");
        await site.Visitor.GetAsync("/book/session/secretsession/calendar.ics");

        // A request is told of once it has ended, a moment after its answer.
        var traces = site.Services.GetRequiredService<OpenTelemetry.Trace.TracerProvider>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!collector.Received.Any(each => each.Contains("muscles/{", StringComparison.Ordinal)))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Run(() => OpenTelemetry.Trace.TracerProviderExtensions.ForceFlush(traces, 10_000));
        }

        await Task.Run(() => OpenTelemetry.Metrics.MeterProviderExtensions.ForceFlush(site.Services.GetRequiredService<OpenTelemetry.Metrics.MeterProvider>(), 30_000));

        var sent = string.Concat(collector.Received);
        Assert.Contains("http.server.request.duration", sent, StringComparison.Ordinal);
        Assert.Contains("http.response.status_code", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", sent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("soleus", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.77", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_listens_to_requests()
    {
        await using var site = new PracticeSite();

        Assert.Null(site.Services.GetService<OpenTelemetry.Trace.TracerProvider>());
    }

    /// <summary>Takes what is posted to it, as text: names and values are readable in it.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _accepting;

        public Collector()
        {
            _listener.Start();
            _accepting = Task.Run(AcceptAsync);     // not on the threads of the tests, which a site that ends may block
        }

        public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

        public ConcurrentQueue<string> Received { get; } = new();

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _accepting;
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await TakeAsync(client);
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                // The test has ended.
            }
        }

        private async Task TakeAsync(TcpClient client)
        {
            await using var stream = client.GetStream();
            var text = new StringBuilder();
            var buffer = new byte[64 * 1024];
            while (!IsWhole(text.ToString()) && await stream.ReadAsync(buffer) is var read and > 0)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }

            Received.Enqueue(text.ToString());
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        }

        private static bool IsWhole(string text)
        {
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0)
            {
                return false;
            }

            var line = text[..head].Split("\r\n").FirstOrDefault(each => each.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            return line is null ? text.EndsWith("0\r\n\r\n", StringComparison.Ordinal) : text.Length - head - 4 >= int.Parse(line["Content-Length:".Length..]);
        }
    }
}
