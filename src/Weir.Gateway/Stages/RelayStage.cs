using System.Text.Json;
using Weir.Gateway.Debugging;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Health;
using Weir.Gateway.Metadata;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Stages;

/// <summary>Stage 9: passes the answer on as it arrives, and holds its closing event back.</summary>
public sealed class RelayStage(AnswerHealth health, TimeProvider time)
{
    public async Task<Relayed> RunAsync(Committed committed)
    {
        var inbound = committed.Inbound;
        var candidate = committed.Answer.Candidate;
        var parsed = committed.Routed.Prepared.Parsed;
        var relay = new RelayState(inbound, parsed.Request, candidate, RouterMetadata.For(committed));
        var firstEvent = time.GetElapsedTime(inbound.StartedTimestamp);
        var last = await PassAllAsync(committed.Answer, relay, committed.Kept is null ? parsed.Debug : null);
        var relayed = AnswerConclusion.Of(committed, relay, last) with { FirstEvent = firstEvent };

        // Before the caller can see the end: their next request finds it known.
        health.Report(relayed);
        return relayed;
    }

    private async Task<AnswerStep> PassAllAsync(ILiveAnswer answer, RelayState relay, DebugState? debug)
    {
        if (debug is null)
        {
            return await PassEventsAsync(answer, relay);
        }

        await relay.TellAsync(debug);
        var last = await PassEventsAsync(answer, relay);
        debug.Note(DebugTiming.BodyEnded, time.GetUtcNow());
        await relay.TellAsync(debug);
        return last;
    }

    private static async Task<AnswerStep> PassEventsAsync(ILiveAnswer answer, RelayState relay)
    {
        while (true)
        {
            var coming = answer.NextAsync();
            if (!coming.IsCompleted)
            {
                // Nothing more is there: what came together leaves together, now. While it leaves, the next may come.
                await relay.FlushAsync();
            }

            var step = await coming;
            if (step.Event is not { } next || next.Kind == StreamEventKind.End)
            {
                await relay.FlushAsync();
                return step;
            }

            try
            {
                await relay.PassAsync(next);
            }
            catch (JsonException wrong)
            {
                await relay.FlushAsync();
                return AnswerStep.BrokenBy(AttemptFailures.FromMalformed(answer.Candidate, wrong));
            }

            if (relay.Error is { } error)
            {
                await relay.FlushAsync();
                return AnswerStep.BrokenBy(AttemptFailures.FromErrorEvent(answer.Candidate, error));
            }
        }
    }
}
