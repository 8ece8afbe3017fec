using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Weir.Simulator.Requests;

/// <summary>The most recent requests of one server, oldest first.</summary>
internal sealed class RequestLog(TimeProvider clock)
{
    public const int Capacity = 512;

    private readonly Lock _gate = new();

    // Bounded by Capacity: the oldest leaves when a new one comes.
    private readonly Queue<RequestState> _recent = new();
    private TaskCompletionSource _changed = NewSignal();
    private long _sequence;

    public RequestState Begin(HttpRequest request)
    {
        var headerNames = request.Headers.Keys.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal).ToImmutableArray();
        lock (_gate)
        {
            var state = new RequestState(new SimulatedRequest
            {
                Sequence = ++_sequence,
                Method = request.Method,
                Path = request.Path.Value ?? "/",
                Outcome = SimulatedOutcome.Running,
                ReceivedAt = clock.GetUtcNow(),
                HeaderNames = headerNames,
            });
            _recent.Enqueue(state);
            if (_recent.Count > Capacity)
            {
                _recent.Dequeue();
            }

            return state;
        }
    }

    public void End(RequestState state, SimulatedOutcome outcome)
    {
        state.End(outcome);
        TaskCompletionSource ended;
        lock (_gate)
        {
            ended = _changed;
            _changed = NewSignal();
        }

        ended.SetResult();
    }

    public ImmutableArray<SimulatedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _recent.Select(state => state.Snapshot())];
        }
    }

    /// <summary>The first request in the log that has ended and matches, waiting for it if need be.</summary>
    public async Task<SimulatedRequest> WaitForAsync(Func<SimulatedRequest, bool> match, CancellationToken ct)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
            }

            var found = Snapshot().FirstOrDefault(request => request.Outcome != SimulatedOutcome.Running && match(request));
            if (found is not null)
            {
                return found;
            }

            await changed.WaitAsync(ct);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
