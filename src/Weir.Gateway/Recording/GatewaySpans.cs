using Weir.Gateway.Operations;
using Weir.Ledger.Records;
using Weir.OpenInference;
using Weir.Tracing.Model;

namespace Weir.Gateway.Recording;

/// <summary>Writes an exchange as OpenInference spans: the gateway's own, and one for each attempt below it.</summary>
public static class GatewaySpans
{
    /// <summary>The project of a trace that begins here.</summary>
    public const string Project = "gateway";

    private const string SpanName = "Gateway ChatCompletion";
    private const int OtelServer = 2;

    /// <summary>The spans of an exchange that has just ended.</summary>
    /// <param name="exchange">What is known.</param>
    /// <param name="config">Which bodies are kept.</param>
    public static IReadOnlyList<SpanRow> Of(ExchangeRecord exchange, TraceConfig config)
    {
        using var sink = new JsonAttributeSink();
        var operation = exchange.Inbound.Operation;
        if (exchange.Request is { } request)
        {
            operation.WriteInput(request, exchange.Inbound.Body, sink, config);
            if (!exchange.Answer.IsEmpty)
            {
                operation.WriteOutput(request, exchange.Answer, sink, config);
            }
        }

        if (exchange.Endpoint is { } endpoint)
        {
            sink.Set(LlmAttributes.Provider, endpoint.Provider.Slug);
        }

        PlanJson.Set(exchange, sink);

        if (exchange.Usage is { CacheWrite: > 0 and var written })
        {
            sink.Set(LlmAttributes.TokenCountPromptDetailsCacheWrite, written);
        }

        var gateway = Row(exchange.Generation, sink) with
        {
            Name = exchange.Inbound.Protocol.SpanName,
            TraceState = exchange.Inbound.Trace.TraceState,
            Flags = exchange.Inbound.Trace.Flags,
        };
        return [gateway, .. exchange.Attempts.Select((attempt, index) => AttemptSpans.Of(gateway, attempt, index))];
    }

    /// <summary>The gateway's span of an exchange whose own was lost in a crash: everything but the bodies and the attempts.</summary>
    public static SpanRow Rebuild(GenerationRow generation)
    {
        using var sink = new JsonAttributeSink();
        sink.Set(WeirSpanAttributes.Rebuilt, value: true);
        return Row(generation, sink);
    }

    private static SpanRow Row(GenerationRow row, JsonAttributeSink sink)
    {
        GatewayAttributes.Write(row, sink);
        var start = SpanTimes.UnixNanos(row.CreatedAt);
        var end = start + SpanTimes.Nanos(row.DurationMs);
        var failed = row.ErrorType is not null;
        _ = TraceId.TryParse(row.TraceId, out var trace);
        _ = SpanId.TryParse(row.SpanId, out var span);
        return new SpanRow
        {
            WorkspaceId = row.WorkspaceId,
            TraceId = trace,
            SpanId = span,
            ParentSpanId = SpanId.TryParse(row.ParentSpanId, out var parent) ? parent : null,
            Project = Project,
            ProjectBinding = row.ParentSpanId is null ? ProjectBinding.Named : ProjectBinding.FollowsTrace,
            Name = SpanName,
            Kind = OperationTable.Find(row.ApiType).SpanKind,
            OtelKind = OtelServer,
            StartUnixNanos = start,
            EndUnixNanos = end,
            ReceivedUnixNanos = end,
            Status = failed ? SpanStatus.Error : SpanStatus.Ok,
            StatusMessage = row.ErrorMessage ?? "",
            Attributes = sink.ToJson(),
            Events = SpanEventsJson.Write(row, start, end),
            ScopeName = "Weir.Gateway",
            Facts = FactsOf(row),
        };
    }

    private static SpanFacts FactsOf(GenerationRow row) => new()
    {
        Model = row.Model,
        Provider = row.ProviderName,
        PromptTokens = row.PromptTokens,
        CompletionTokens = row.CompletionTokens,
        TotalTokens = row.PromptTokens + row.CompletionTokens,
        CostNanos = row.PromptTokens is null ? null : row.Charge.Nanos,
        SessionId = row.SessionId,
        UserId = row.ExternalUser,
        CacheReadTokens = row.CachedTokens,
        Key = row.KeyHash.ToString(),
        App = row.AppTitle,
    };
}
