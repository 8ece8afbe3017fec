using System.Collections.Frozen;
using System.IO.Pipelines;
using Microsoft.Extensions.Logging.Abstractions;
using Weir.Gateway.Byok;
using Weir.Gateway.Catalog;
using Weir.Gateway.Continuation;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Health;
using Weir.Gateway.Media;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Recording;
using Weir.Gateway.ResponseCache;
using Weir.Gateway.Routing;
using Weir.Gateway.Stages;
using Weir.Gateway.Telemetry;
using Weir.Ledger.Admission;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.OpenInference;
using Weir.Tests.Testing;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;
using Xunit;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Pipeline;

/// <summary>A fault of our own in the middle of a request, by a dialect that throws what no dialect may.</summary>
public sealed class FaultTests
{
    private const string Key = "sk-or-v1-test";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fault_IsAnsweredRecordedAndTraced(bool streaming)
    {
        var ledger = new RecordingLedger();
        var spans = new KeptSpans();
        var head = default(ResponseHead);
        var pipe = new Pipe();
        var time = new FakeTime();
        var body = Body[..^1] + $",\"stream\":{(streaming ? "true" : "false")}}}";
        var client = new ClientWriter(pipe.Writer, sent => head = sent, () => { }, time, CancellationToken.None);
        using var metrics = new GatewayMetrics();
        using var upstream = new UpstreamClient();
        using var fetcher = new MediaFetcher(new MediaOptions(), time);
        var pipeline = Build(ledger, spans, metrics, upstream, fetcher, time);

        await pipeline.RunAsync(Inbound(time, client, body) with { Headers = new InboundHeaders { Key = Key } });
        await pipe.Writer.CompleteAsync();

        var text = await new StreamReader(pipe.Reader.AsStream()).ReadToEndAsync();
        Assert.Equal(500, head?.Status);
        Assert.Contains("\"code\":500", text, StringComparison.Ordinal);
        Assert.DoesNotContain("broken dialect", text, StringComparison.Ordinal);
        var record = Assert.Single(ledger.Generations);
        Assert.Equal((500, 0L, "acme/small"), (record.Status, record.Charge.Nanos, record.Model));
        Assert.Equal(Id.Value, record.Id.Value);
        Assert.Single(spans.Rows);
    }

    private static GatewayPipeline Build(RecordingLedger ledger, KeptSpans spans, GatewayMetrics metrics, UpstreamClient upstream, MediaFetcher fetcher, FakeTime time)
    {
        var keys = new KeyDirectory();
        keys.Load([Caller().Key with { Hash = KeyHash.Of(Key) }], new Dictionary<KeyHash, Spend>(), UtcWindows.Day(FakeTime.Start));
        var catalog = new CatalogState(new CatalogSnapshot([Model("acme/small", Endpoint(Provider() with { Dialect = new BrokenDialect() }))], null));
        var health = new LedgerHealthState(() => false);
        var endpoints = new HealthDirectory(time, new Random(1));
        var settle = new SettleStage(ledger, health, metrics, time, NullLogger<SettleStage>.Instance);
        var record = new RecordStage(spans, () => TraceConfig.IgnoringEnvironment, new RetentionRule(catalog), null, NullLogger<RecordStage>.Instance);
        var refuse = new RefusalEdge(settle, record, metrics, time);
        var cache = new CacheStage(new ResponseCacheState(0, time), metrics, time);
        var sticky = new StickyRouting(new StickyState(time), _ => false);
        return new GatewayPipeline
        {
            Authenticate = new AuthenticateStage(keys),
            Receive = new ReceiveStage(),
            Parse = new ParseStage(),
            Guard = new GuardStage(new GuardrailPolicies(new GuardrailDirectory()), time),
            Prepare = new PrepareStage(),
            Route = new RouteStage(catalog, new RoutePlanner(new UnmeasuredVitals(), new Random(1)), sticky, new WorkspaceDirectory(), new ByokExpansion(SecretsInMemory.Registrar(), () => 0)),
            Admit = new AdmitStage(health, new RateLimitState(() => new RateLimits(), time), new AdmissionState(new WorkspaceDirectory(), time)),
            Dispatch = new DispatchStage(cache, new DispatchParts
            {
                Runner = new AttemptRunner(upstream, endpoints, metrics, time),
                Fetcher = fetcher,
                Health = endpoints,
                Metrics = metrics,
                Time = time,
            }, new ContinuationPolicy(() => MidStreamPolicy.Error, time)),
            Learn = new LearnStage(cache, sticky),
            Relay = new RelayStage(new AnswerHealth(endpoints, time), time),
            Settle = settle,
            Record = record,
            Refuse = refuse,
            Fault = new FaultEdge(refuse, NullLogger<FaultEdge>.Instance),
            Metrics = metrics,
        };
    }

    private sealed class BrokenDialect : IProvider
    {
        public string Dialect => "broken";

        public FrozenSet<string> Parameters => FrozenSet<string>.Empty;

        public UpstreamRequest Translate(UpstreamCall call) => throw new InvalidOperationException("broken dialect");

        public IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, CancellationToken cancellationToken) => throw new InvalidOperationException("broken dialect");

        public UpstreamErrorBody ReadError(ReadOnlySpan<byte> body) => new(null, null);
    }

    private sealed class KeptSpans : ISpanSink
    {
        public List<SpanRow> Rows { get; } = [];

        public ValueTask WriteAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken)
        {
            Rows.AddRange(spans);
            return ValueTask.CompletedTask;
        }

        public Task StoreAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
