using Microsoft.Extensions.Logging;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Pipeline;
using Weir.Gateway.ResponseCache;
using Weir.Gateway.Stages;
using Weir.Ledger.Keys;
using Weir.OpenInference;

namespace Weir.Server.Composition;

/// <summary>Puts the stages of the pipeline together.</summary>
internal static class PipelineBuilder
{
    public static GatewayPipeline Build(Stores stores, KeyDirectory keys, CatalogState catalog, PipelineParts parts, bool keepBodies, ILoggerFactory loggers)
    {
        // The server's own configuration decides about bodies; the OPENINFERENCE_* variables speak to instrumented programs.
        var bodies = keepBodies ? TraceConfig.IgnoringEnvironment : TraceConfig.IgnoringEnvironment with { HideInputs = true, HideOutputs = true };
        var settle = new SettleStage(stores.Ledger, parts.Health, parts.Metrics, parts.Time, loggers.CreateLogger<SettleStage>());
        var record = new RecordStage(stores.Spans, bodies, loggers.CreateLogger<RecordStage>());
        var refuse = new RefusalEdge(settle, record, parts.Metrics, parts.Time);
        return new GatewayPipeline
        {
            Authenticate = new AuthenticateStage(keys),
            Receive = new ReceiveStage(),
            Parse = new ParseStage(),
            Prepare = new PrepareStage(),
            Route = new RouteStage(catalog),
            Sticky = parts.Sticky,
            Admit = new AdmitStage(parts.Health),
            Cache = new CacheStage(parts.Answers, parts.Metrics, parts.Time),
            Dispatch = new DispatchStage(new AttemptRunner(parts.Upstream, parts.Time), parts.Media),
            Relay = new RelayStage(parts.Time),
            Settle = settle,
            Record = record,
            Refuse = refuse,
            Fault = new FaultEdge(refuse, loggers.CreateLogger<FaultEdge>()),
            Metrics = parts.Metrics,
        };
    }

    public static PromptCount BuildCount(KeyDirectory keys, CatalogState catalog) => new()
    {
        Authenticate = new AuthenticateStage(keys),
        Receive = new ReceiveStage(),
            Parse = new ParseStage(),
        Prepare = new PrepareStage(),
        Route = new RouteStage(catalog),
    };
}
