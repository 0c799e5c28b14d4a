using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Unknot.Web.Hosting;

/// <summary>
/// Traces and metrics by OTLP, only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says to whom; the other variables of OpenTelemetry hold too. What leaves the house names the
/// route of a request and never its address: addresses may hold the secret of a link, a query may hold a search, and who asked is nobody's business.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    internal static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.Clear().AddEnvironmentVariableDetector().AddService("unknot"))
            .WithTracing(static traces => traces.AddAspNetCoreInstrumentation().AddProcessor(new OnlyRoutes()).AddOtlpExporter())
            .WithMetrics(static metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("System.Runtime").AddOtlpExporter());
    }

    /// <summary>Of what is known about a request, only what says nothing about a person goes on.</summary>
    internal sealed class OnlyRoutes : BaseProcessor<Activity>
    {
        private static readonly HashSet<string> Told =
        [
            "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "url.scheme", "error.type",
        ];

        public override void OnEnd(Activity data)
        {
            ArgumentNullException.ThrowIfNull(data);
            foreach (var (name, _) in data.TagObjects.ToList())
            {
                if (!Told.Contains(name))
                {
                    data.SetTag(name, null);
                }
            }

            // The kind and the route, or the kind alone where nothing was found.
            data.DisplayName = $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route")}".Trim();
        }
    }
}
