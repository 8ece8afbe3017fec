using Microsoft.Extensions.Logging;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Recording;
using Weir.OpenInference;
using Weir.Tracing.Ingest;

namespace Weir.Gateway.Stages;

/// <summary>Stage 11: writes the exchange as spans and hands them to the sink, which holds them until they are stored; and its texts to the log of contents.</summary>
/// <param name="sink">Takes the spans; null on a server that keeps no traces of its calls.</param>
/// <param name="config">What is kept out of spans; asked when one is written, because an operator may change it.</param>
/// <param name="retention">Of which exchanges no text is kept, whatever the others say.</param>
/// <param name="contents">Takes prompts and answers; null on a server that keeps no records.</param>
/// <param name="logger">Told what went wrong.</param>
public sealed partial class RecordStage(ISpanSink? sink, Func<TraceConfig> config, RetentionRule retention, ContentLog? contents, ILogger<RecordStage> logger)
{
    // What spans take up that are being made, of all exchanges together: a prompt is in them twice, and one that waits for the store has no need of them yet.
    private const long SpansBytes = 16L << 20;

    private readonly ByteBudget _room = new(SpansBytes);

    public async Task RunAsync(ExchangeRecord exchange)
    {
        KeepContent(exchange);
        if (sink is null)
        {
            return;
        }

        var bytes = (2L * exchange.Inbound.Body.Length) + exchange.Answer.Length;
        await _room.TakeAsync(bytes, CancellationToken.None);
        try
        {
            await sink.WriteAsync(GatewaySpans.Of(exchange, ConfigOf(exchange)), CancellationToken.None);
        }
        catch (Exception failure)
        {
            // An edge: the record and its charge stand, the client has its answer, and the span is made again from the record at the next start.
            Log.NotTraced(logger, failure, exchange.Generation.Id.Value);
        }
        finally
        {
            _room.Return(bytes);
            LargeGarbage.OfProcess.Left(bytes, copies: 1);
        }
    }

    private TraceConfig ConfigOf(ExchangeRecord exchange) =>
        retention.KeepsTexts(exchange) ? config() : config() with { HideInputs = true, HideOutputs = true };

    private void KeepContent(ExchangeRecord exchange)
    {
        try
        {
            contents?.Keep(exchange);
        }
        catch (Exception failure)
        {
            // An edge: texts that cannot be written down take nothing from the record and the spans.
            Log.NotKept(logger, failure, exchange.Generation.Id.Value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The content of generation {Id} could not be kept; its record stands.")]
        public static partial void NotKept(ILogger logger, Exception failure, string id);

        [LoggerMessage(Level = LogLevel.Error, Message = "The trace of generation {Id} could not be handed on; its record stands.")]
        public static partial void NotTraced(ILogger logger, Exception failure, string id);
    }
}
