using Microsoft.Extensions.Logging;
using Weir.Gateway.Catalog;
using Weir.Gateway.Continuation;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Recording;
using Weir.Gateway.ResponseCache;
using Weir.Gateway.Stages;
using Weir.Ledger.Admission;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>Puts the stages of the pipeline together.</summary>
internal static class PipelineBuilder
{
    public static GatewayPipeline Build(Stores stores, KeyDirectory keys, RunningState running, WorkspaceDirectory workspaces, PipelineParts parts, ILoggerFactory loggers)
    {
        var mode = running.Settings.Current.Configuration.Mode;
        var isBare = parts.Everybody is not null;
        var contents = isBare ? null : new ContentLog(workspaces.LoggingOf, stores.ContentWriter, parts.Time);
        var settle = new SettleStage(isBare ? null : stores.Ledger, parts.Health, parts.Metrics, parts.Time, loggers.CreateLogger<SettleStage>());
        var spans = mode == ServerMode.Full ? stores.Spans : null;
        var record = new RecordStage(spans, () => running.Settings.Current.Traces, new RetentionRule(running.Catalog), contents, loggers.CreateLogger<RecordStage>());
        var refuse = new RefusalEdge(settle, record, parts.Metrics, parts.Time);
        var cache = new CacheStage(parts.Answers, parts.Metrics, parts.Time);
        var sticky = parts.Sticky();
        return new GatewayPipeline
        {
            Authenticate = new AuthenticateStage(keys, parts.Everybody),
            Receive = new ReceiveStage(),
            Parse = new ParseStage(),
            Guard = new GuardStage(parts.Guardrails, parts.Time),
            Prepare = new PrepareStage(),
            Route = parts.RouteBy(running.Catalog, sticky),
            Admit = AdmitOf(parts),
            Dispatch = new DispatchStage(cache, Dispatch(parts, running, loggers), new ContinuationPolicy(() => running.Settings.Current.Configuration.MidStream, parts.Time)),
            Relay = new RelayStage(new AnswerHealth(parts.EndpointHealth, parts.Time), parts.Time),
            Settle = settle,
            Learn = new LearnStage(cache, sticky),
            Record = record,
            Refuse = refuse,
            Fault = new FaultEdge(refuse, loggers.CreateLogger<FaultEdge>()),
            Metrics = parts.Metrics,
        };
    }

    private static DispatchParts Dispatch(PipelineParts parts, RunningState running, ILoggerFactory loggers)
    {
        parts.Metrics.Watch(parts.EndpointHealth, running.Catalog);
        return new DispatchParts
        {
            Runner = new AttemptRunner(parts.Upstream, parts.EndpointHealth, parts.Metrics, parts.Time),
            Fetcher = parts.Media,
            Health = parts.EndpointHealth,
            Metrics = parts.Metrics,
            Time = parts.Time,
            Options = () => running.Settings.Current.Configuration.Attempts,
            Logger = loggers.CreateLogger<AttemptSequence>(),
        };
    }

    public static PromptCount BuildCount(KeyDirectory keys, CatalogState catalog, PipelineParts parts) => new()
    {
        Authenticate = new AuthenticateStage(keys, parts.Everybody),
        Receive = new ReceiveStage(),
        Parse = new ParseStage(),
        Guard = new GuardStage(parts.Guardrails, parts.Time),
        Prepare = new PrepareStage(),
        Route = parts.RouteBy(catalog, parts.Sticky()),
    };

    /// <summary>Admission; a bare server keeps nobody out.</summary>
    public static AdmitStage AdmitOf(PipelineParts parts) =>
        parts.Everybody is not null ? WithoutLimits(parts) : new AdmitStage(parts.Health, parts.Rates, parts.Admission);

    // Of its own, and empty: budgets and grants in the data folder concern nobody here.
    private static AdmitStage WithoutLimits(PipelineParts parts) =>
        new(parts.Health, new RateLimitState(() => new RateLimits(), parts.Time), new AdmissionState(new WorkspaceDirectory(), parts.Time));
}
