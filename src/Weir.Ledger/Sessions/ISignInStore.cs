using Weir.Ledger.Keys;

namespace Weir.Ledger.Sessions;

/// <summary>Persistence of the console's sessions and of the links that open them.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface ISignInStore
{
    /// <summary>The sessions that have not expired, at most <see cref="SessionDirectory.Capacity"/>, the newest.</summary>
    ValueTask<IReadOnlyList<SessionRow>> ReadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds a session. Those that have expired by its beginning go, and the oldest past <see cref="SessionDirectory.Capacity"/>.</summary>
    ValueTask SaveSessionAsync(SessionRow session, CancellationToken cancellationToken);

    ValueTask DeleteSessionAsync(KeyHash hash, CancellationToken cancellationToken);

    /// <summary>Adds a sign-in link. Those that have expired go, and the oldest past <see cref="LoginLinkRow.Capacity"/>.</summary>
    ValueTask SaveLoginLinkAsync(LoginLinkRow link, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Uses a link up and adds the session it opens, both or neither. Of several at once with the same link, one gets it.</summary>
    /// <returns>The session, of the user for whom the link was made; null when there is no such link, or it had expired when the session began.</returns>
    ValueTask<SessionRow?> RedeemLoginLinkAsync(KeyHash link, SessionRow session, CancellationToken cancellationToken);
}
