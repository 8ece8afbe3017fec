using Weir.Gateway.Recording;
using Weir.Gateway.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.OpenInference;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Tests.Testing;

namespace Weir.Benchmarks;

/// <summary>From an exchange that has ended to what the writer of the trace store is handed: its two spans, and their payloads compressed.</summary>
/// <remarks>A request of 7 KB with twenty messages, an answer of 12 KB, one attempt. Nothing is written to a disk.</remarks>
internal static class SpanWorkloads
{
    private const string Group = "spans of an exchange of 19 KB";

    public static IEnumerable<Workload> All()
    {
        var exchange = Exchange();
        var config = new TraceConfig();
        var spans = GatewaySpans.Of(exchange, config);
        yield return new(Group, "made and packed", 1, () => Done(PackedSpans.Of(GatewaySpans.Of(exchange, config))));
        yield return new(Group, "made", 1, () => Done(GatewaySpans.Of(exchange, config)));
        yield return new(Group, "packed", 1, () => Done(PackedSpans.Of(spans)));
    }

    private static ExchangeRecord Exchange()
    {
        var body = GatewaySamples.Text(Samples.Request);
        var parsed = GatewaySamples.Parsed(body);
        var candidate = GatewaySamples.Candidate();
        return new ExchangeRecord
        {
            Inbound = parsed.Authenticated.Inbound,
            Caller = parsed.Authenticated.Caller,
            Request = parsed.Request,
            Routed = new(new(parsed), new RoutePlan([candidate])),
            Endpoint = candidate.Endpoint,
            Attempts = [GatewaySamples.Attempt("Acme", failure: null)],
            Generation = Generation(),
            Answer = Samples.Completion,
        };
    }

    private static GenerationRow Generation() => new()
    {
        Id = GatewaySamples.Id,
        KeyHash = KeyHash.Of("sk-or-v1-test"),
        WorkspaceId = GatewaySamples.Workspace,
        CreatedAt = FakeTime.Start,
        RequestedModel = "acme/small",
        Model = "acme/small",
        ProviderName = "Acme",
        Streamed = true,
        FinishReason = "stop",
        Status = 200,
        DurationMs = 1500,
        LatencyMs = 250,
        PromptTokens = 1200,
        CompletionTokens = 400,
        Charge = new Usd(2_000_000),
        ExternalUser = "u1",
        AttemptsJson = "[]",
        TraceId = GatewaySamples.Trace.TraceId.ToString(),
        SpanId = GatewaySamples.Trace.SpanId.ToString(),
    };

    private static Task Done(object result)
    {
        GC.KeepAlive(result);
        return Task.CompletedTask;
    }
}
