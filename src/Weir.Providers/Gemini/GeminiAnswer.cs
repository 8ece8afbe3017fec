using System.Runtime.CompilerServices;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Sse;

namespace Weir.Providers.Gemini;

/// <summary>Reads an answer of <c>generateContent</c>, whole or streamed, to the internal form.</summary>
internal static class GeminiAnswer
{
    // Whole images come as one event.
    private const int LargestEvent = 32 * 1024 * 1024;

    public static async IAsyncEnumerable<StreamEvent> ReadAsync(Stream body, bool streamed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = new GeminiEventReader(isChunk: streamed);
        if (!streamed)
        {
            var whole = await AnswerBody.ReadAsync(body, cancellationToken);
            var completion = answer.Read(whole);
            yield return completion.IsEmpty
                ? throw new InvalidDataException("The answer has no candidates.")
                : new StreamEvent(StreamEventKind.Completion, completion);
            yield break;
        }

        await using var events = new SseReader(body, LargestEvent);
        while (!answer.HasFailed && await events.ReadAsync(cancellationToken))
        {
            if (events.Data.IsEmpty)
            {
                continue;
            }

            var chunk = answer.Read(events.Data);
            if (!chunk.IsEmpty)
            {
                yield return new StreamEvent(StreamEventKind.Chunk, chunk);
            }
        }

        // The body has ended. What was counted until then is worth knowing, even of a cut answer.
        if (!answer.HasFailed && answer.UsageChunk() is { IsEmpty: false } usage)
        {
            yield return new StreamEvent(StreamEventKind.Chunk, usage);
        }

        if (answer.IsFinished)
        {
            yield return new StreamEvent(StreamEventKind.End, default);
        }
    }
}
