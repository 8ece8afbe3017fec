namespace Weir.Tracing.Ingest;

/// <summary>A number of bytes that callers share: who wants more than is left waits, first come first served.</summary>
/// <remarks>A request for more than the whole is granted when nothing else is taken, so that no single item is impossible.</remarks>
public sealed class ByteBudget(long totalBytes)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(long Bytes, TaskCompletionSource Granted)> _waiting = new();
    private long _taken;

    /// <summary>Bytes that are taken now.</summary>
    public long TakenBytes
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    /// <summary>Takes bytes when they are there at once.</summary>
    public bool TryTake(long bytes)
    {
        lock (_lock)
        {
            if (_waiting.Count > 0 || !Fits(bytes))
            {
                return false;
            }

            _taken += bytes;
            return true;
        }
    }

    /// <summary>Takes bytes, waiting for them when they are not there.</summary>
    public async ValueTask TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        if (TryTake(bytes))
        {
            return;
        }

        var granted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<(long, TaskCompletionSource)> place;
        lock (_lock)
        {
            place = _waiting.AddLast((bytes, granted));
            GrantWaiting();
        }

        await using var giveUp = cancellationToken.Register(() => Leave(place, granted, cancellationToken));
        await granted.Task;
    }

    /// <summary>Takes bytes that are in memory already, whether they are there to take or not: whoever comes next waits for it.</summary>
    public void Overdraw(long bytes)
    {
        lock (_lock)
        {
            _taken += bytes;
        }
    }

    /// <summary>Gives back what was taken.</summary>
    public void Return(long bytes)
    {
        lock (_lock)
        {
            _taken -= bytes;
            GrantWaiting();
        }
    }

    private bool Fits(long bytes) => _taken == 0 || _taken + bytes <= totalBytes;

    private void GrantWaiting()
    {
        while (_waiting.First is { } first && Fits(first.Value.Bytes))
        {
            _waiting.RemoveFirst();
            _taken += first.Value.Bytes;
            first.Value.Granted.SetResult();
        }
    }

    private void Leave(LinkedListNode<(long Bytes, TaskCompletionSource Granted)> place, TaskCompletionSource granted, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // Not in the list any more: it was granted meanwhile, and the caller has it.
            if (place.List is not null)
            {
                _waiting.Remove(place);
                granted.SetCanceled(cancellationToken);
                GrantWaiting();
            }
        }
    }
}
