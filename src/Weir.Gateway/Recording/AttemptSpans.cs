using System.Globalization;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.OpenInference;
using Weir.Tracing.Model;

namespace Weir.Gateway.Recording;

/// <summary>Writes one attempt as a span below the gateway's.</summary>
internal static class AttemptSpans
{
    private const int OtelClient = 3;

    public static SpanRow Of(SpanRow gateway, Attempt attempt, int index)
    {
        using var sink = new JsonAttributeSink();
        sink.Set(SpanAttributes.SpanKind, SpanKinds.Chain);
        sink.Set(WeirSpanAttributes.AttemptIndex, index);
        sink.Set(WeirSpanAttributes.AttemptProvider, attempt.ProviderName);
        sink.Set(WeirSpanAttributes.AttemptModel, attempt.Model);
        sink.Set(WeirSpanAttributes.AttemptUpstreamModel, attempt.UpstreamModel);
        if (attempt.Status is { } status)
        {
            sink.Set(WeirSpanAttributes.StatusCode, status);
        }

        if (attempt.IsHedge)
        {
            sink.Set(WeirSpanAttributes.AttemptHedge, value: true);
        }

        if (attempt.Failure is { IsCancelled: true })
        {
            sink.Set(WeirSpanAttributes.AttemptCancelled, value: true);
        }

        var start = SpanTimes.UnixNanos(attempt.StartedAt);
        return gateway with
        {
            SpanId = TraceContext.NewSpanId(),
            ParentSpanId = gateway.SpanId,
            Name = string.Create(CultureInfo.InvariantCulture, $"attempt {index + 1} {attempt.ProviderName}"),
            Kind = SpanKinds.Chain,
            OtelKind = OtelClient,
            StartUnixNanos = start,

            // The attempt that answers lasts as long as its answer.
            EndUnixNanos = attempt.Failure is null
                ? Math.Max(gateway.EndUnixNanos, start)
                : start + SpanTimes.Nanos((attempt.Latency + (attempt.Lasted ?? TimeSpan.Zero)).TotalMilliseconds),
            Status = StatusOf(gateway, attempt),
            StatusMessage = attempt.Failure?.Message ?? gateway.StatusMessage,
            Attributes = sink.ToJson(),
            Events = default,
            Facts = SpanFacts.None,
        };
    }

    // One that was cancelled for another is no error: nothing is wrong there.
    private static SpanStatus StatusOf(SpanRow gateway, Attempt attempt) => attempt.Failure switch
    {
        null => gateway.Status,
        { IsCancelled: true, Fallback: FallbackScope.NextEndpoint } => SpanStatus.Unset,
        _ => SpanStatus.Error,
    };
}
