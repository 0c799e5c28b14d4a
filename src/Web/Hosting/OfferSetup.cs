using Quartz;
using Unknot.Practice.Booking;
using Unknot.Practice.Hooks;

namespace Unknot.Web.Hosting;

/// <summary>What the practice offers, and the programs that are told of bookings. <c>Webhooks:AllowPrivate</c> lets these be in the practice's own network.</summary>
internal static class OfferSetup
{
    private static readonly TimeSpan CallEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(6);

    internal static void AddOffer(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddScoped<OfferDesk>()
            .AddScoped<TherapistDesk>()
            .AddScoped<HoursDesk>()
            .AddScoped<ClosureDesk>()
            .AddScoped<BookingSettingsDesk>()
            .AddScoped<ApiKeys>()
            .AddScoped<WebhookDesk>()
            .AddSingleton(new HookRules(AllowsPrivate(builder.Configuration)))
            .AddSingleton<HookSecrets>()
            .AddSingleton<HookCaller>()
            .AddSingleton<HookRun>()
            .AddSingleton<IAppointmentNews, HookNews>();
        builder.AddQuartz(static jobs =>
        {
            jobs.ScheduleJob<CallHooks>(static trigger => trigger.WithIdentity("webhooks").WithSimpleSchedule(CallEvery));
            jobs.ScheduleJob<ForgetCalls>(static trigger => trigger.WithIdentity("webhooks-forget").WithSimpleSchedule(ForgetEvery));
        });
    }

    /// <exception cref="InvalidOperationException">It is neither true nor false; better said at the start than in the night.</exception>
    private static bool AllowsPrivate(ConfigurationManager configuration) =>
        configuration["Webhooks:AllowPrivate"] is { Length: > 0 } text && (bool.TryParse(text, out var read) ? read : throw new InvalidOperationException($"Webhooks:AllowPrivate is '{text}'; it must be true or false."));

    /// <summary>A run that takes longer than the interval is not joined by a second one.</summary>
    [DisallowConcurrentExecution]
    internal sealed class CallHooks(HookRun run) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await run.RunAsync(cancellationToken);
    }

    [DisallowConcurrentExecution]
    internal sealed class ForgetCalls(HookRun run) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await run.ForgetOldAsync(cancellationToken);
    }
}
