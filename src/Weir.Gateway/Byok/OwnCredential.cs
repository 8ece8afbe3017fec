using System.Security.Cryptography;
using Weir.Gateway.Dispatch;
using Weir.Ledger.Secrets;

namespace Weir.Gateway.Byok;

/// <summary>A credential of somebody's own that an endpoint is asked with instead of the server's. It stays sealed until it is.</summary>
/// <param name="row">As it is stored.</param>
/// <param name="keys">Opens it.</param>
/// <param name="feeShare">Of what the provider bills, 0 to 1.</param>
public sealed class OwnCredential(ProviderKeyRow row, ProviderKeyRegistrar keys, decimal feeShare)
{
    // "v1:" and the nonce in base64: another one whenever the credential is replaced.
    private const int SealingLength = 19;

    public Guid Id => row.Id;

    /// <summary>What is taken of what the provider bills, 0 to 1.</summary>
    public decimal FeeShare => feeShare;

    /// <summary>Names this text of the credential: what is known of one that was replaced says nothing about the next.</summary>
    public string Sealing => row.Sealed.Length > SealingLength ? row.Sealed[..SealingLength] : row.Sealed;

    /// <summary>The text. Nobody keeps it: opening takes microseconds, and what is not in memory cannot leak from there.</summary>
    /// <exception cref="TranslationException">It cannot be opened: the server has another secret key than the one it was sealed with, or it is damaged.</exception>
    public string Open()
    {
        try
        {
            return keys.Open(row);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            throw new TranslationException("its stored credential cannot be read. Store it again (PATCH /api/v1/byok/{id} with \"key\").");
        }
    }
}
