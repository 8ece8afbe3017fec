using System.Collections.Immutable;
using System.IO.Pipelines;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Media;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Gateway.Stages;
using Weir.Gateway.Telemetry;
using Weir.Ledger.Admission;
using Weir.Ledger.Workspaces;
using Weir.Tests.Testing;
using static Weir.Tests.Testing.GatewaySamples;

namespace Weir.Tests.Gateway.Dispatch;

/// <summary>The attempts of requests at upstreams that do what a test says, on a clock that a test moves.</summary>
internal sealed class AttemptBench : IDisposable
{
    public const string Streamed = """{"model":"acme/small","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";

    private readonly GatewayMetrics _metrics = new();
    private readonly CancellationTokenSource _client = new();
    private readonly UpstreamClient _upstream;
    private readonly MediaFetcher _media;

    public AttemptBench(Action<ScriptedCall>? onCall = null)
    {
        Upstreams = new ScriptedUpstreams { OnCall = onCall };
        _upstream = new UpstreamClient(Upstreams);
        _media = new MediaFetcher(new MediaOptions(), Time);
        Health = new HealthDirectory(Time, new Random(1));
        Runner = new AttemptRunner(_upstream, Health, _metrics, Time);
    }

    public FakeTime Time { get; } = new();

    public ScriptedUpstreams Upstreams { get; }

    public HealthDirectory Health { get; }

    public AttemptRunner Runner { get; }

    /// <summary>Endpoints of one model, by the hosts they are at.</summary>
    public static ImmutableArray<Candidate> Candidates(params string[] hosts) =>
        [.. Candidates(Model(), [.. hosts.Select(host => Provider(host, host.ToUpperInvariant()) with { BaseUrl = new Uri($"http://{host}/v1/") })])];

    public static IEnumerable<Candidate> Candidates(ModelEntry model, params ProviderEntry[] providers) =>
        providers.Select(provider => new Candidate(model, Endpoint(provider), "listed order"));

    /// <summary>The attempts of a request.</summary>
    public AttemptSequence Sequence(ImmutableArray<Candidate> candidates, TimeSpan? hedgeAfter, string body = Streamed, bool fallbacks = true)
    {
        var client = new ClientWriter(new Pipe().Writer, _ => { }, () => { }, Time, _client.Token);
        var parsed = new Parsed(new Authenticated(Inbound(Time, client, body), Caller()), Request(body));
        var routed = new Routed(new Prepared(parsed), new RoutePlan(candidates) { AllowsFallbacks = fallbacks });
        var admission = new AdmissionState(new WorkspaceDirectory(), Time);
        var admitted = new AdmitStage(new LedgerHealthState(() => false), new RateLimitState(() => new RateLimits(), Time), admission).Run(routed);
        return new AttemptSequence(
            new DispatchParts
            {
                Runner = Runner,
                Fetcher = _media,
                Health = Health,
                Metrics = _metrics,
                Time = Time,
                Options = () => new AttemptOptions { HedgeAfter = hedgeAfter },
                Random = new Random(1),
            },
            admitted);
    }

    /// <summary>Waits until an endpoint is known to have failed so often in a row, and whoever told has gone on.</summary>
    public async Task FailuresAsync(Candidate candidate, int count)
    {
        for (var tries = 0; tries < 1_000 && Health.Statistics(candidate.Model, candidate.Endpoint)?.FailuresInARow != count; tries++)
        {
            await Task.Delay(2);
        }

        await Task.Delay(30);
    }

    public Task LeaveAsync() => _client.CancelAsync();

    public void Dispose()
    {
        _upstream.Dispose();
        _media.Dispose();
        _metrics.Dispose();
        _client.Dispose();
    }
}
