using System.Security.Cryptography;
using System.Text;

namespace Weir.Server.Notifications;

/// <summary>Signs what is posted to a webhook in the way of Standard Webhooks.</summary>
/// <remarks>
/// <c>webhook-id</c> is the same for each try, <c>webhook-timestamp</c> that of the try, and <c>webhook-signature</c> is <c>v1,</c> and the base64 of
/// HMAC-SHA256 over <c>id.timestamp.body</c>. A secret that begins with <c>whsec_</c> is base64, any other is its text.
/// </remarks>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <exception cref="FormatException">The secret begins with <c>whsec_</c> and is not base64.</exception>
    public static string Of(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        var key = secret.StartsWith(Prefix, StringComparison.Ordinal) ? Convert.FromBase64String(secret[Prefix.Length..]) : Encoding.UTF8.GetBytes(secret);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}";
    }
}
