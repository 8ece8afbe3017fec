using System.Collections.Immutable;
using Microsoft.IdentityModel.Tokens;

namespace Weir.Server.Auth.Oidc;

/// <summary>Keeps what the identity provider says about itself, and asks again when that is old or a key is not in it.</summary>
internal sealed class OidcMetadataState(OidcClient client, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    // Whoever sends tokens with made-up keys must not be able to have us ask without end.
    private static readonly TimeSpan BetweenRotations = TimeSpan.FromSeconds(10);

    // While it cannot be reached nobody waits for that again and again.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private (string Issuer, OidcMetadata Metadata)? _known;
    private (string Issuer, DateTimeOffset At, OidcException Failure)? _failed;

    /// <summary>The metadata of an issuer; old ones while new ones cannot be had.</summary>
    /// <exception cref="OidcException">There are none.</exception>
    public Task<OidcMetadata> ReadAsync(string issuer, CancellationToken cancellationToken) => ReadAsync(issuer, Fresh, cancellationToken);

    /// <summary>The keys that can have signed a token: those of its key id, or all when it names none.</summary>
    public async Task<ImmutableArray<JsonWebKey>> KeysAsync(string issuer, string? keyId, CancellationToken cancellationToken)
    {
        var keys = Named(await ReadAsync(issuer, cancellationToken), keyId);
        return keys.IsEmpty ? Named(await ReadAsync(issuer, BetweenRotations, cancellationToken), keyId) : keys;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static ImmutableArray<JsonWebKey> Named(OidcMetadata metadata, string? keyId) =>
        string.IsNullOrEmpty(keyId) ? metadata.Keys : [.. metadata.Keys.Where(key => key.Kid == keyId)];

    private async Task<OidcMetadata> ReadAsync(string issuer, TimeSpan oldest, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var known = _known is { } entry && entry.Issuer == issuer ? entry.Metadata : null;
            if (known is not null && time.GetUtcNow() - known.ReadAt < oldest)
            {
                return known;
            }

            if (_failed is { } failed && failed.Issuer == issuer && time.GetUtcNow() - failed.At < AfterFailure)
            {
                return known ?? throw new OidcException(failed.Failure.Status, failed.Failure.Message, failed.Failure.Detail);
            }

            return await FetchAsync(issuer, known, cancellationToken);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    private async Task<OidcMetadata> FetchAsync(string issuer, OidcMetadata? known, CancellationToken cancellationToken)
    {
        try
        {
            var metadata = await client.ReadMetadataAsync(issuer, cancellationToken);
            (_known, _failed) = ((issuer, metadata), null);
            return metadata;
        }
        catch (OidcException failure)
        {
            // Keys change seldom: the old ones are good until the provider answers again.
            _failed = (issuer, time.GetUtcNow(), failure);
            if (known is null)
            {
                throw;
            }

            return known;
        }
    }
}
