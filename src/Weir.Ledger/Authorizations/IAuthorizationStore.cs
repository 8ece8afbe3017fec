using Weir.Ledger.Keys;

namespace Weir.Ledger.Authorizations;

/// <summary>Persistence of authorization codes.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface IAuthorizationStore
{
    /// <summary>Adds a code. Those that expired before a time go, and the oldest past <see cref="AuthorizationRow.Capacity"/>.</summary>
    ValueTask SaveAsync(AuthorizationRow row, DateTimeOffset forgetBefore, CancellationToken cancellationToken);

    /// <summary>A code, expired or not; null when there is none.</summary>
    ValueTask<AuthorizationRow?> FindAsync(KeyHash hash, CancellationToken cancellationToken);

    /// <summary>Uses a code up. Of several at once with the same code, one gets true.</summary>
    ValueTask<bool> TakeAsync(KeyHash hash, CancellationToken cancellationToken);
}
