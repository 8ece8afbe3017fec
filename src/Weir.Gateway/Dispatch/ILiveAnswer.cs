using Weir.Gateway.Continuation;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>An answer that has begun, wherever it comes from: an upstream, several of them one after the other, or what was kept of an earlier one.</summary>
/// <remarks>One reader. Disposing ends whatever still feeds it.</remarks>
public interface ILiveAnswer : IAsyncDisposable
{
    /// <summary>The endpoint that answers.</summary>
    Candidate Candidate { get; }

    /// <summary>How the answer came about when several endpoints gave it, or one that broke off; null when one gave it all. Known at the end.</summary>
    AnswerHistory? History => null;

    /// <summary>Moves on. Never throws for what the upstream or the caller does: it says so.</summary>
    ValueTask<AnswerStep> NextAsync();
}
