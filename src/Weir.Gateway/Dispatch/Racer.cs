using Weir.Gateway.Routing;

namespace Weir.Gateway.Dispatch;

/// <summary>One of two attempts of which one is to answer; the other is cancelled.</summary>
internal sealed class Racer : IAsyncDisposable
{
    private readonly CancellationTokenSource _lost = new();
    private readonly TimeProvider _time;
    private readonly Attempt _begun;
    private readonly long _startedAt;
    private bool _isTaken;

    /// <param name="candidate">Who is asked.</param>
    /// <param name="isHedge">Whether it is asked besides another.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ask">Asks; null when there was nothing to ask. The token fires when another attempt has answered.</param>
    public Racer(Candidate candidate, bool isHedge, TimeProvider time, Func<CancellationToken, Task<AttemptResult?>> ask)
    {
        _time = time;
        _begun = Attempt.Of(candidate, time) with { IsHedge = isHedge };
        _startedAt = time.GetTimestamp();
        Candidate = candidate;
        Running = ask(_lost.Token);
    }

    public Candidate Candidate { get; }

    public bool IsHedge => _begun.IsHedge;

    /// <summary>Ends when it has begun to answer or has failed.</summary>
    public Task<AttemptResult?> Running { get; }

    /// <summary>What it comes to, as the record shows it.</summary>
    public async Task<AttemptResult?> ResultAsync() =>
        await Running is { } result ? result with { Attempt = result.Attempt with { IsHedge = IsHedge } } : null;

    /// <summary>How the record shows it when the other one has begun to answer, whatever becomes of it after that.</summary>
    public AttemptResult Lost() =>
        new(Candidate, _begun with { Latency = _time.GetElapsedTime(_startedAt), Failure = AttemptFailures.Lost(Candidate) }, null);

    /// <summary>Its answer belongs to somebody else from now on.</summary>
    public void Take() => _isTaken = true;

    /// <summary>Ends it, once: cancels it, waits for its end, and closes an answer that came too late. An answer that was taken stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_isTaken)
            {
                return;
            }

            // Not here and now: whoever won must not wait for another's connection to be closed.
            await _lost.CancelAsync();
            if (await Running is { Answer: { } late })
            {
                await late.DisposeAsync();
            }
        }
        finally
        {
            _lost.Dispose();
        }
    }
}
