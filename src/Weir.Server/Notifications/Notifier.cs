using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Ledger.Notifications;
using Weir.Server.Configuration;
using Weir.Server.Telemetry;

namespace Weir.Server.Notifications;

/// <summary>Looks for what operators are to be told of, notes each once, and delivers it; beside the requests, every second.</summary>
/// <remarks>
/// What is noted is durable before it is sent. A delivery is tried up to <see cref="MostAttempts"/> times, ever more seldom, over about three hours.
/// </remarks>
internal sealed partial class Notifier(
    SpendWatch watch,
    INotificationStore store,
    ImmutableArray<INotificationChannel> channels,
    WebhookSwitch webhook,
    Func<NotificationConfiguration?> settings,
    NotificationMetrics metrics,
    TimeProvider time,
    ILogger<Notifier> logger)
    : BackgroundService
{
    private const int MostAttempts = 8;
    private const int MostAtOnce = 20;
    private const int LongestProblem = 300;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);

    private bool _balanceIsLow = true;

    /// <summary>The channels that are configured and not switched off.</summary>
    public string[] ChannelsOf(NotificationConfiguration configuration) =>
        [.. channels.Where(channel => channel.IsIn(configuration) && !IsOff(channel, configuration)).Select(channel => channel.Name)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (settings() is { } configuration)
                {
                    await NoteAsync(configuration, stoppingToken);
                    await DeliverAsync(configuration, stoppingToken);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // What was not stored is found again; what was not sent is still due.
                Log.Failed(logger, failure);
            }
        }
    }

    private async Task NoteAsync(NotificationConfiguration configuration, CancellationToken cancellationToken)
    {
        var open = ChannelsOf(configuration);
        foreach (var (notice, isTold) in watch.Look())
        {
            _ = await store.AddAsync(notice, isTold ? open : [], cancellationToken);
            watch.Remember(notice);
        }

        if (configuration.LowBalance is not { } bound)
        {
            return;
        }

        if (watch.LookAtBalance(bound) is { } low)
        {
            _ = await store.AddAsync(low, open, cancellationToken);
            _balanceIsLow = true;
        }
        else if (_balanceIsLow && watch.IsBalanceBack(bound))
        {
            await store.ForgetLowBalanceAsync(cancellationToken);
            _balanceIsLow = false;
        }
    }

    private async Task DeliverAsync(NotificationConfiguration configuration, CancellationToken cancellationToken)
    {
        foreach (var delivery in await store.ReadDueAsync(time.GetUtcNow(), MostAtOnce, cancellationToken))
        {
            await DeliverAsync(delivery, configuration, cancellationToken);
        }
    }

    private async Task DeliverAsync(DeliveryRow delivery, NotificationConfiguration configuration, CancellationToken cancellationToken)
    {
        var channel = channels.FirstOrDefault(channel => channel.Name == delivery.Channel && channel.IsIn(configuration));
        if (channel is null || IsOff(channel, configuration))
        {
            await store.SaveDeliveryAsync(
                delivery with { State = DeliveryState.GivenUp, Problem = "the channel is not configured any more, or switched off" }, cancellationToken);
            metrics.GivenUp(delivery.Channel);
            return;
        }

        var attempts = delivery.Attempts + 1;
        try
        {
            await channel.SendAsync(NoticeRecords.Of(delivery.Notice), configuration, cancellationToken);
            await store.SaveDeliveryAsync(delivery with { State = DeliveryState.Delivered, Attempts = attempts, Problem = null }, cancellationToken);
            metrics.Delivered(delivery.Channel);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotDelivered(logger, delivery.Channel, attempts, failure.Message);
            var problem = failure.Message[..Math.Min(LongestProblem, failure.Message.Length)];
            await PutOffAsync(delivery with { Attempts = attempts, Problem = problem }, configuration, cancellationToken);
        }
    }

    private async Task PutOffAsync(DeliveryRow failed, NotificationConfiguration configuration, CancellationToken cancellationToken)
    {
        if (failed.Attempts < MostAttempts)
        {
            // 10 s, 30 s, 90 s, … 2 h: together about three hours.
            var pause = FirstPause * Math.Pow(3, failed.Attempts - 1);
            await store.SaveDeliveryAsync(failed with { DueAt = time.GetUtcNow() + pause }, cancellationToken);
            metrics.Failed(failed.Channel);
            return;
        }

        await store.SaveDeliveryAsync(failed with { State = DeliveryState.GivenUp }, cancellationToken);
        metrics.GivenUp(failed.Channel);
        if (failed.Channel == WebhookChannel.ChannelName && configuration.Webhook is { } address)
        {
            await webhook.SwitchOffAsync(address, cancellationToken);
            Log.SwitchedOff(logger, MostAttempts);
        }
    }

    private bool IsOff(INotificationChannel channel, NotificationConfiguration configuration) =>
        channel.Name == WebhookChannel.ChannelName && configuration.Webhook is { } address && webhook.IsOff(address);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "What operators are to be told could not be looked at or stored; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A notice could not be delivered by {Channel} (try {Attempts}): {Reason}")]
        public static partial void NotDelivered(ILogger logger, string channel, int attempts, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The webhook failed {Attempts} times with one notice and is switched off. POST /api/weir/notifications/resume switches it on again, and so does another address in weir.json.")]
        public static partial void SwitchedOff(ILogger logger, int attempts);
    }
}
