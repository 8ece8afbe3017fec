using Microsoft.Data.Sqlite;

namespace Weir.Storage.Sqlite.Database;

/// <summary>One caller's work waiting for its group to commit.</summary>
internal sealed class PendingWrite(Action<SqliteConnection> write)
{
    private readonly TaskCompletionSource _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Action<SqliteConnection> Write { get; } = write;

    public Task Committed => _committed.Task;

    public void Complete(Exception? failure)
    {
        if (failure is null)
        {
            _committed.SetResult();
            return;
        }

        _committed.SetException(failure as IOException ?? new IOException($"The record could not be stored: {failure.Message}", failure));
    }
}
