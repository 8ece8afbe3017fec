namespace Weir.Ledger.Audit;

/// <summary>Persistence of the log of administrative changes.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface IAuditStore
{
    /// <summary>Notes a change before it is made.</summary>
    /// <returns>The number of the row.</returns>
    /// <exception cref="IOException">It could not be made durable: the change must not be made.</exception>
    ValueTask<long> BeginAsync(AuditRow row, CancellationToken cancellationToken);

    /// <summary>Notes how it ended, and what it changed as JSON, where that is known.</summary>
    ValueTask EndAsync(long id, int status, string? changes);

    /// <summary>Rows by their numbers, the newest first.</summary>
    ValueTask<IReadOnlyList<AuditRow>> ReadAsync(AuditQuery query, CancellationToken cancellationToken);
}
