using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;

namespace Weir.Ledger.Authorizations;

/// <summary>Issues authorization codes and makes keys of them, each once and within ten minutes.</summary>
public sealed class AuthorizationRegistrar(IAuthorizationStore store, KeyRegistrar keys, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    // So long an expired code is answered as that, and not as one that never was.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <exception cref="IOException">The code could not be made durable; there is none.</exception>
    public async Task<NewAuthorization> IssueAsync(KeyDraft draft, CodeChallenge? challenge, CancellationToken cancellationToken)
    {
        var code = TokenText.New();
        var now = time.GetUtcNow();
        var row = new AuthorizationRow { Hash = KeyHash.Of(code), Challenge = challenge, Draft = draft, CreatedAt = now, ExpiresAt = now + Lifetime };
        await store.SaveAsync(row, now - Remembered, cancellationToken);
        return new NewAuthorization(code, now);
    }

    /// <param name="code">As the client sends it.</param>
    /// <param name="verifier">Null: none was sent.</param>
    /// <param name="method">What the client says the challenge was made with; null: as it was issued.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Redemption> RedeemAsync(string code, string? verifier, ChallengeMethod? method, CancellationToken cancellationToken)
    {
        // The lookup compares SHA-256 digests: how far a comparison gets says nothing about a code that hashes to it.
        if (!TokenText.IsWellFormed(code) || await store.FindAsync(KeyHash.Of(code), cancellationToken) is not { } row)
        {
            return Failed(RedeemFailure.NotValid);
        }

        if (Check(row, verifier, method) is { } failure)
        {
            return Failed(failure);
        }

        if (!await store.TakeAsync(row.Hash, cancellationToken))
        {
            return Failed(RedeemFailure.NotValid);
        }

        var (key, text) = await keys.CreateAsync(row.Draft, cancellationToken);
        return new Redemption(key, text, Failure: null);
    }

    private RedeemFailure? Check(AuthorizationRow row, string? verifier, ChallengeMethod? method) => row.Challenge switch
    {
        { } challenge when method is { } said && said != challenge.Method => RedeemFailure.OtherMethod,
        { } challenge when verifier is null || !challenge.IsMetBy(verifier) => RedeemFailure.NotValid,
        _ when row.ExpiresAt <= time.GetUtcNow() => RedeemFailure.Expired,
        _ => null,
    };

    private static Redemption Failed(RedeemFailure failure) => new(Key: null, Text: null, failure);
}
