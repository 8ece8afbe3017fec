using Microsoft.Extensions.Logging;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Gateway.Stages;
using Weir.Ledger.Keys;

namespace Weir.Server.Composition;

/// <summary>Puts the stages of the pipeline together.</summary>
internal static class PipelineBuilder
{
    public static GatewayPipeline Build(Stores stores, KeyDirectory keys, RunningState running, PipelineParts parts, ILoggerFactory loggers)
    {
        var settle = new SettleStage(stores.Ledger, parts.Health, parts.Metrics, parts.Time, loggers.CreateLogger<SettleStage>());
        var record = new RecordStage(stores.Spans, () => running.Settings.Current.Traces, loggers.CreateLogger<RecordStage>());
        var refuse = new RefusalEdge(settle, record, parts.Metrics, parts.Time);
        return new GatewayPipeline
        {
            Authenticate = new AuthenticateStage(keys),
            Receive = new ReceiveStage(),
            Parse = new ParseStage(),
            Prepare = new PrepareStage(),
            Route = new RouteStage(running.Catalog, new RoutePlanner(new UnmeasuredVitals(), Random.Shared)),
            Admit = new AdmitStage(parts.Health),
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
        Route = new RouteStage(catalog, new RoutePlanner(new UnmeasuredVitals(), Random.Shared)),
    };
}
