using Microsoft.Extensions.Logging;
using Weir.Gateway.Recording;
using Weir.OpenInference;
using Weir.Tracing.Ingest;

namespace Weir.Gateway.Stages;

/// <summary>Stage 11: writes the exchange as spans and hands them to the sink, which holds them until they are stored.</summary>
/// <param name="sink">Takes the spans; null on a server that keeps no traces of its calls.</param>
/// <param name="config">What is kept out of spans; asked when one is written, because an operator may change it.</param>
public sealed partial class RecordStage(ISpanSink? sink, Func<TraceConfig> config, ILogger<RecordStage> logger)
{
    public async Task RunAsync(ExchangeRecord exchange)
    {
        if (sink is null)
        {
            return;
        }

        try
        {
            await sink.WriteAsync(GatewaySpans.Of(exchange, config()), CancellationToken.None);
        }
        catch (Exception failure)
        {
            // An edge: the record and its charge stand, the client has its answer, and the span is made again from the record at the next start.
            Log.NotTraced(logger, failure, exchange.Generation.Id.Value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The trace of generation {Id} could not be handed on; its record stands.")]
        public static partial void NotTraced(ILogger logger, Exception failure, string id);
    }
}
