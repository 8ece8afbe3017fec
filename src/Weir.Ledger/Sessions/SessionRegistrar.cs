using Weir.Ledger.Keys;
using Weir.Ledger.Organization;

namespace Weir.Ledger.Sessions;

/// <summary>Opens, finds and ends sessions of the console: first durably in the ledger, then in the directory that requests are let in by.</summary>
public sealed class SessionRegistrar(ISignInStore store, Guid workspaceId, KeyDirectory keys, OrganizationDirectory organization, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    private readonly SessionDirectory _sessions = new();
    private readonly Caller _linkCaller = LinkCallerOf(workspaceId);
    private readonly UserCallers _users = new(organization, workspaceId);

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
        var (row, token) = Make(Lifetime);
        row = row with { KeyHash = caller.Key.Hash };
        await store.SaveSessionAsync(row, cancellationToken);
        _sessions.Add(row);
        return new NewSession(new OpenSession(row, caller), token);
    }

    /// <summary>Signs a user in whom an identity provider vouches for.</summary>
    /// <exception cref="IOException">The session could not be made durable; there is none.</exception>
    public async Task<NewSession> OpenAsync(UserRow user, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var (row, token) = Make(lifetime);
        row = row with { UserId = user.Id };
        await store.SaveSessionAsync(row, cancellationToken);
        _sessions.Add(row);
        return new NewSession(new OpenSession(row, _users.Of(user)), token);
    }

    /// <summary>Signs in whoever holds a link; null when it has been used, has expired or never was one.</summary>
    /// <exception cref="IOException">The session could not be made durable; the link is still good.</exception>
    public async Task<NewSession?> RedeemAsync(string linkToken, CancellationToken cancellationToken)
    {
        if (!TokenText.IsWellFormed(linkToken))
        {
            return null;
        }

        var (made, token) = Make(Lifetime);
        if (await store.RedeemLoginLinkAsync(KeyHash.Of(linkToken), made, cancellationToken) is not { } row || CallerOf(row) is not { } caller)
        {
            return null;
        }

        _sessions.Add(row);
        return new NewSession(new OpenSession(row, caller), token);
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

        if (CallerOf(row) is { } caller)
        {
            return new OpenSession(row, caller);
        }

        // It ends with its key or its user, and stays ended when that is enabled again.
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
    /// <param name="userId">Whom it signs in; null: whoever may do everything.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<LoginLink> CreateLinkAsync(string? userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var link = new LoginLink(TokenText.New(), now + LinkLifetime);
        await store.SaveLoginLinkAsync(new LoginLinkRow(KeyHash.Of(link.Token), link.ExpiresAt, userId), now, cancellationToken);
        return link;
    }

    /// <summary>A session, acting in another workspace; null when that is not one of its user's.</summary>
    public OpenSession? In(OpenSession session, Guid workspace)
    {
        var caller = session.Caller.User is { } user
            ? _users.Of(user, workspace)
            : session.Caller with { Key = session.Caller.Key with { WorkspaceId = workspace } };
        return caller is null ? null : session with { Caller = caller };
    }

    // Null: whoever opened it may not be let in any more.
    private Caller? CallerOf(SessionRow row) => row switch
    {
        { UserId: { } id } => organization.FindUser(id) is { Disabled: false } user && !(user.SignedOutAt > row.CreatedAt) ? _users.Of(user) : null,
        { KeyHash: { } key } => keys.Find(key) is { Key.Kind: KeyKind.Management } caller && caller.Key.IsActive(time.GetUtcNow()) ? caller : null,
        _ => _linkCaller,
    };

    private (SessionRow Row, string Token) Make(TimeSpan lifetime)
    {
        var token = TokenText.New();
        var now = time.GetUtcNow();
        return (new SessionRow { Hash = KeyHash.Of(token), CreatedAt = now, ExpiresAt = now + lifetime }, token);
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
