using Quartz;
using Unknot.Practice.Mail;
using Unknot.Practice.Upkeep;

namespace Unknot.Web.Hosting;

/// <summary>What every node does by itself. Each piece of work claims what it takes or may be done twice, so nodes need not agree on who does it (decision 0022).</summary>
internal static class BackgroundWork
{
    private static readonly TimeSpan MailEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CleanUpEvery = TimeSpan.FromHours(1);

    internal static void AddBackgroundWork(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CleanUp>();
        builder.AddQuartz(static jobs =>
        {
            jobs.ScheduleJob<SendMail>(static trigger => trigger.WithIdentity("mail").WithSimpleSchedule(MailEvery));
            jobs.ScheduleJob<RemoveOld>(static trigger => trigger.WithIdentity("clean-up").WithSimpleSchedule(CleanUpEvery));
        });
        builder.AddQuartzHostedService(static host => host.WaitForJobsToComplete = true);
    }

    /// <summary>A run that takes longer than the interval is not joined by a second one.</summary>
    [DisallowConcurrentExecution]
    internal sealed class SendMail(OutboxRun outbox) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await outbox.RunAsync(cancellationToken);
    }

    [DisallowConcurrentExecution]
    internal sealed class RemoveOld(CleanUp cleanUp) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await cleanUp.RunAsync(cancellationToken);
    }
}
