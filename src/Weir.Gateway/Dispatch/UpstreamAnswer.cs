using System.Runtime.CompilerServices;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>An answer that an upstream has begun: the events read so far, and the rest of the stream behind them.</summary>
/// <remarks>One reader. Disposing closes the upstream connection, which is how a call is cancelled.</remarks>
public sealed class UpstreamAnswer : ILiveAnswer
{
    private readonly HttpResponseMessage _response;
    private readonly AttemptDeadline _deadline;
    private readonly IAsyncEnumerator<StreamEvent> _rest;
    private readonly Queue<StreamEvent> _held;
    private readonly CancellationToken _abandon;

    internal UpstreamAnswer(Candidate candidate, HttpResponseMessage response, AttemptDeadline deadline, IAsyncEnumerator<StreamEvent> rest, Queue<StreamEvent> held, CancellationToken abandon)
    {
        Candidate = candidate;
        _response = response;
        _deadline = deadline;
        _rest = rest;
        _held = held;
        _abandon = abandon;
        deadline.BeginAnswer();
    }

    /// <inheritdoc/>
    public Candidate Candidate { get; }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AnswerStep> NextAsync()
    {
        if (_held.TryDequeue(out var held))
        {
            return AnswerStep.Next(held);
        }

        _deadline.ArmIdle();
        try
        {
            var hasNext = await _rest.MoveNextAsync();
            _deadline.ArmTotal();
            return hasNext ? AnswerStep.Next(_rest.Current) : AnswerStep.End;
        }
        catch (Exception failure) when (AttemptFailures.IsUpstreamFault(failure))
        {
            return _abandon.IsCancellationRequested && !_deadline.HasExpired
                ? AnswerStep.Abandoned
                : AnswerStep.BrokenBy(AttemptFailures.FromException(Candidate, failure, _deadline));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Cancel first: closing a stream that is still sending would otherwise drain it.
        _response.Dispose();
        try
        {
            await _rest.DisposeAsync();
        }
        finally
        {
            _deadline.Dispose();
        }
    }
}
