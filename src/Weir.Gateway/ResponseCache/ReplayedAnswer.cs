using Weir.Gateway.Dispatch;
using Weir.Gateway.Routing;

namespace Weir.Gateway.ResponseCache;

/// <summary>A kept answer that is given again, event by event.</summary>
public sealed class ReplayedAnswer(KeptAnswer kept, bool isStreamed) : ILiveAnswer
{
    private int _next;

    /// <summary>The exchange that it was first given in.</summary>
    public KeptAnswer Kept => kept;

    /// <inheritdoc/>
    public Candidate Candidate => kept.Candidate;

    /// <inheritdoc/>
    public ValueTask<AnswerStep> NextAsync()
    {
        if (_next == kept.Ends.Length)
        {
            return ValueTask.FromResult(AnswerStep.End);
        }

        var start = _next == 0 ? 0 : kept.Ends[_next - 1];
        var json = kept.Bytes[start..kept.Ends[_next++]];
        return ValueTask.FromResult(AnswerStep.Next(new StreamEvent(isStreamed ? StreamEventKind.Chunk : StreamEventKind.Completion, json)));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
