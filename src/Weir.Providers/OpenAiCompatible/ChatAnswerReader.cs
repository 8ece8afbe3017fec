using System.Runtime.CompilerServices;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Sse;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Reads answers of the dialect, whole or streamed, and mends what one provider does differently.</summary>
internal static class ChatAnswerReader
{
    public static async IAsyncEnumerable<StreamEvent> ReadAsync(
        Stream body,
        bool streamed,
        AnswerQuirks quirks,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rewriter = new AnswerRewriter(quirks, streamed);
        if (!streamed)
        {
            var whole = AnswerBody.ValidUtf8(await AnswerBody.ReadAsync(body, cancellationToken));
            yield return new StreamEvent(StreamEventKind.Completion, rewriter.Rewrite(whole));
            yield break;
        }

        await using var events = new SseReader(body, AnswerBody.LargestEvent);
        while (await events.ReadAsync(cancellationToken))
        {
            if (events.Data.Span.SequenceEqual("[DONE]"u8))
            {
                yield return new StreamEvent(StreamEventKind.End, default);
                yield break;
            }

            // An event without data is a heartbeat.
            var chunk = events.Data.IsEmpty ? default : rewriter.Rewrite(AnswerBody.ValidUtf8(events.Data));
            if (!chunk.IsEmpty)
            {
                yield return new StreamEvent(StreamEventKind.Chunk, chunk);
            }
        }
    }
}
