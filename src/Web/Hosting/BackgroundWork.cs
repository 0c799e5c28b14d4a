using Quartz;
using Unknot.Practice.Booking.News;
using Unknot.Practice.Mail;
using Unknot.Practice.Upkeep;
using Unknot.Practice.Waiting;

namespace Unknot.Web.Hosting;

/// <summary>What every node does by itself. Each piece of work claims what it takes or may be done twice, so nodes need not agree on who does it (decision 0022).</summary>
internal static class BackgroundWork
{
    private static readonly TimeSpan MailEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BookingsEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CleanUpEvery = TimeSpan.FromHours(1);

    internal static void AddBackgroundWork(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CleanUp>();
        builder.AddQuartz(static jobs =>
        {
            jobs.ScheduleJob<SendMail>(static trigger => trigger.WithIdentity("mail").WithSimpleSchedule(MailEvery));
            jobs.ScheduleJob<TendBookings>(static trigger => trigger.WithIdentity("bookings").WithSimpleSchedule(BookingsEvery));
            jobs.ScheduleJob<Remind>(static trigger => trigger.WithIdentity("reminders").WithSimpleSchedule(BookingsEvery));
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

    /// <summary>Frees what was held and not booked, and offers free times to those who wait.</summary>
    [DisallowConcurrentExecution]
    internal sealed class TendBookings(WaitingRun waiting) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await waiting.RunAsync(cancellationToken);
    }

    [DisallowConcurrentExecution]
    internal sealed class Remind(ReminderRun reminders) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await reminders.RunAsync(cancellationToken);
    }

    [DisallowConcurrentExecution]
    internal sealed class RemoveOld(CleanUp cleanUp) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await cleanUp.RunAsync(cancellationToken);
    }
}
