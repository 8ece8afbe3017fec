using Microsoft.Extensions.Logging;
using Weir.Gateway.Catalog;
using Weir.Gateway.Continuation;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Ledger.Keys;
using Weir.OpenInference;
using Weir.Server.Configuration;

namespace Weir.Server.Composition;

/// <summary>Puts the stages of the pipeline together.</summary>
internal static class PipelineBuilder
{
    public static GatewayPipeline Build(
        Stores stores,
        KeyDirectory keys,
        CatalogState catalog,
        PipelineParts parts,
        WeirConfiguration configuration,
        ILoggerFactory loggers)
    {
        // The server's own configuration decides about bodies; the OPENINFERENCE_* variables speak to instrumented programs.
        var bodies = configuration.TraceBodies ? TraceConfig.IgnoringEnvironment : TraceConfig.IgnoringEnvironment with { HideInputs = true, HideOutputs = true };
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
            Admit = new AdmitStage(parts.Health),
            Dispatch = new DispatchStage(Dispatch(parts, configuration.Attempts), new ContinuationPolicy(() => configuration.MidStream, parts.Time)),
            Relay = new RelayStage(parts.Time),
            Health = new AnswerHealth(parts.EndpointHealth, parts.Time),
            Settle = settle,
            Record = record,
            Refuse = refuse,
            Fault = new FaultEdge(refuse, loggers.CreateLogger<FaultEdge>()),
            Metrics = parts.Metrics,
        };
    }

    private static DispatchParts Dispatch(PipelineParts parts, AttemptOptions attempts)
    {
        parts.Metrics.Watch(parts.EndpointHealth);
        return new DispatchParts
        {
            Runner = new AttemptRunner(parts.Upstream, parts.EndpointHealth, parts.Metrics, parts.Time),
            Fetcher = parts.Media,
            Health = parts.EndpointHealth,
            Metrics = parts.Metrics,
            Time = parts.Time,
            Options = () => attempts,
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
