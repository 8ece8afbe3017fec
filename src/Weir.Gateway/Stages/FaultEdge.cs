using Microsoft.Extensions.Logging;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Stages;

/// <summary>The net under the stages: an exception that nobody expected is logged, recorded and answered, and ends that request alone.</summary>
public sealed partial class FaultEdge(RefusalEdge refuse, ILogger<FaultEdge> logger)
{
    /// <summary>What the caller is told. What went wrong is in the log, under the id of the generation.</summary>
    public static GatewayError Error { get; } = GatewayError.Gateway(
        GatewayErrorCode.Internal,
        "Weir failed on this request. The operator finds the reason in the log, under the id in the X-Generation-Id header.");

    /// <param name="refused">As much as is known of the request.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="isSettled">Whether the settlement has begun: then the record is its own, and there is none to write here.</param>
    public async Task RunAsync(Refused refused, Exception failure, bool isSettled)
    {
        var inbound = refused.Inbound;
        Log.Faulted(logger, failure, inbound.Id.Value, inbound.Operation.Path);
        var isWhole = refused.Parsed is not { Request.Stream: true };
        try
        {
            if (inbound.Client.HasStarted && (isSettled || isWhole))
            {
                // Part of a JSON body, or of an event that has gone out already: nothing can be said in band.
                await inbound.Client.BreakOffAsync();
            }

            if (!isSettled)
            {
                await refuse.RunAsync(refused);
            }
            else if (!inbound.Client.HasStarted)
            {
                await RefusalEdge.TellAsync(refused);
            }
        }
        catch (Exception again)
        {
            // An edge: the net itself. Nothing is left but to end the response so that nobody takes it for whole.
            Log.NotTold(logger, again, inbound.Id.Value);
            await inbound.Client.BreakOffAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Generation {Id} ({Operation}) failed for a reason of Weir's own; the request is recorded as failed and not charged.")]
        public static partial void Faulted(ILogger logger, Exception failure, string id, string operation);

        [LoggerMessage(Level = LogLevel.Error, Message = "The failure of generation {Id} could not be recorded or answered either; its response was broken off.")]
        public static partial void NotTold(ILogger logger, Exception failure, string id);
    }
}
