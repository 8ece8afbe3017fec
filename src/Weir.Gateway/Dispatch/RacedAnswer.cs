using Weir.Gateway.Continuation;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>The answer of the attempt that began first of two. Disposing waits for the end of the other one, which was cancelled then.</summary>
internal sealed class RacedAnswer(ILiveAnswer inner, Task race) : ILiveAnswer
{
    /// <inheritdoc/>
    public Candidate Candidate => inner.Candidate;

    /// <inheritdoc/>
    public AnswerHistory? History => inner.History;

    /// <inheritdoc/>
    public ValueTask<AnswerStep> NextAsync() => inner.NextAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await inner.DisposeAsync();
        }
        finally
        {
            await race;
        }
    }
}
