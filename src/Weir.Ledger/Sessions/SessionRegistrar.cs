using Weir.Ledger.Keys;

namespace Weir.Ledger.Sessions;

/// <summary>Opens, finds and ends sessions of the console: first durably in the ledger, then in the directory that requests are let in by.</summary>
public sealed class SessionRegistrar(ISignInStore store, Guid workspaceId, KeyDirectory keys, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    private readonly SessionDirectory _sessions = new();
    private readonly Caller _linkCaller = LinkCallerOf(workspaceId);

    /// <summary>Takes up the sessions of before the start.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var session in await store.ReadSessionsAsync(time.GetUtcNow(), cancellationToken))
        {
            _sessions.Add(session);
        }
    }

    /// <summary>Signs a management key in.</summary>
    /// <exception cref="IOException">The session could not be made durable; there is none.</exception>
    public async Task<NewSession> OpenAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (row, token) = Make(caller.Key.Hash);
        await store.SaveSessionAsync(row, cancellationToken);
        _sessions.Add(row);
        return new NewSession(new OpenSession(row, caller), token);
    }

    /// <summary>Signs in whoever holds a link; null when it has been used, has expired or never was one.</summary>
    /// <exception cref="IOException">The session could not be made durable; the link is still good.</exception>
    public async Task<NewSession?> RedeemAsync(string linkToken, CancellationToken cancellationToken)
    {
        if (!TokenText.IsWellFormed(linkToken))
        {
            return null;
        }

        var (row, token) = Make(key: null);
        if (!await store.RedeemLoginLinkAsync(KeyHash.Of(linkToken), row, cancellationToken))
        {
            return null;
        }

        _sessions.Add(row);
        return new NewSession(new OpenSession(row, _linkCaller), token);
    }

    /// <summary>The session that a cookie belongs to; null when it has ended, or its key may not be used any more.</summary>
    public async ValueTask<OpenSession?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();

        // The lookup compares SHA-256 digests: how far a comparison gets says nothing about a token that hashes to it.
        if (!TokenText.IsWellFormed(token) || _sessions.Find(KeyHash.Of(token), now) is not { } row)
        {
            return null;
        }

        if (row.KeyHash is not { } key)
        {
            return new OpenSession(row, _linkCaller);
        }

        if (keys.Find(key) is { Key.Kind: KeyKind.Management } caller && caller.Key.IsActive(now))
        {
            return new OpenSession(row, caller);
        }

        // It ends with its key, and stays ended when the key is enabled again.
        await EndAsync(row.Hash, cancellationToken);
        return null;
    }

    /// <summary>Ends a session: its cookie lets nobody in any more.</summary>
    /// <exception cref="IOException">That could not be made durable: a restart would take the session up again.</exception>
    public async Task EndAsync(KeyHash session, CancellationToken cancellationToken)
    {
        _sessions.Remove(session);
        await store.DeleteSessionAsync(session, cancellationToken);
    }

    /// <summary>Makes a link that signs in once, within ten minutes. Its token is returned this once and kept nowhere.</summary>
    public async Task<LoginLink> CreateLinkAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var link = new LoginLink(TokenText.New(), now + LinkLifetime);
        await store.SaveLoginLinkAsync(new LoginLinkRow(KeyHash.Of(link.Token), link.ExpiresAt), now, cancellationToken);
        return link;
    }

    private (SessionRow Row, string Token) Make(KeyHash? key)
    {
        var token = TokenText.New();
        var now = time.GetUtcNow();
        return (new SessionRow { Hash = KeyHash.Of(token), KeyHash = key, CreatedAt = now, ExpiresAt = now + Lifetime }, token);
    }

    // Whoever could run a command on the data folder may do what a management key may.
    private static Caller LinkCallerOf(Guid workspaceId)
    {
        var key = new KeyRow
        {
            Hash = default,
            Label = "sign-in link",
            Name = "Sign-in link",
            Kind = KeyKind.Management,
            WorkspaceId = workspaceId,
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        return new Caller(key, new SpendState(default, UtcWindows.Day(key.CreatedAt)));
    }
}
