using System.Diagnostics.Metrics;

namespace Weir.Server.Telemetry;

/// <summary>Whether operators hear what they are to be told; the full name begins with the meter's: <c>weir_notifications_deliveries</c>.</summary>
internal sealed class NotificationMetrics : IDisposable
{
    private readonly Meter _meter = new("Weir.Notifications");
    private readonly Counter<long> _deliveries;

    public NotificationMetrics() => _deliveries = _meter.CreateCounter<long>(
        "deliveries", "{try}", "Tries to deliver a notice, by channel and what they came to: delivered, failed (it is tried again), given_up (nobody was told).");

    public void Delivered(string channel) => Count(channel, "delivered");

    /// <summary>Counts a try that is made again later.</summary>
    public void Failed(string channel) => Count(channel, "failed");

    /// <summary>Counts a notice that a channel will not be told any more.</summary>
    public void GivenUp(string channel) => Count(channel, "given_up");

    public void Dispose() => _meter.Dispose();

    private void Count(string channel, string outcome) => _deliveries.Add(1, new("channel", channel), new("outcome", outcome));
}
