namespace Weir.Storage.Sqlite.Traces.Follow;

/// <summary>Takes one step after the other for as long as there is work, then looks for more now and then.</summary>
/// <remarks>A step that fails is tried again after a pause that grows to <see cref="LongestPause"/>. Disposing waits for the step under way.</remarks>
internal sealed class FollowerLoop : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Func<CancellationToken, Task<bool>> _step;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly Action<Exception> _onFailure;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _loop;

    /// <param name="step">Does some work; false when there is no more.</param>
    /// <param name="interval">How often to look for work.</param>
    /// <param name="time">The clock of the pauses.</param>
    /// <param name="onFailure">Told why a step failed.</param>
    public FollowerLoop(Func<CancellationToken, Task<bool>> step, TimeSpan interval, TimeProvider time, Action<Exception> onFailure)
    {
        _step = step;
        _interval = interval;
        _time = time;
        _onFailure = onFailure;
        _loop = RunAsync();
    }

    /// <summary>Returns when there is nothing left to do.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (await _step(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _ = _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _loop;
        _closing.Dispose();
        _turn.Dispose();
    }

    private async Task RunAsync()
    {
        var pause = _interval;
        while (await PauseAsync(pause))
        {
            try
            {
                var started = _time.GetTimestamp();
                await CatchUpAsync(_closing.Token);
                pause = Rest(_time.GetElapsedTime(started));
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The edge of the background loop: what could not be done now is still to be done.
                _onFailure(failure);
                pause = pause < FirstPause ? FirstPause : pause < LongestPause / 2 ? pause * 2 : LongestPause;
            }
        }
    }

    // Twice as long as the work took: a trace of thousands of spans that grows all the time is looked at as a whole each time, and must not take a processor for itself.
    private TimeSpan Rest(TimeSpan work) => work * 2 < _interval ? _interval : work * 2 < LongestRest ? work * 2 : LongestRest;

    private async Task<bool> PauseAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _time, _closing.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
