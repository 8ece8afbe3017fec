using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Weir.Providers.Bedrock;

/// <summary>Signs a POST without a query, version 4 of AWS's signatures.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.</remarks>
internal static class AwsSigner
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The headers that the request must be sent with: its time, the token of a temporary credential, the signature.</summary>
    /// <param name="credential">An access key.</param>
    /// <param name="scope">Region and service, with a slash between them.</param>
    /// <param name="address">Where the request goes, escaped as it will be sent.</param>
    /// <param name="contentType">As it will be sent; null when the request has none.</param>
    /// <param name="body">As it will be sent.</param>
    /// <param name="now">The clock of AWS may differ by five minutes.</param>
    public static ImmutableArray<KeyValuePair<string, string>> Sign(
        AwsCredential credential, string scope, Uri address, string? contentType, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        scope = $"{time[..8]}/{scope}/aws4_request";
        var signed = SignedHeaders(credential, address, contentType, time);
        var names = string.Join(';', signed.Select(header => header.Key));
        var canonical = string.Join(
            '\n', "POST", CanonicalPath(address), "", string.Concat(signed.Select(header => $"{header.Key}:{header.Value}\n")), names, Hash(body));
        var toSign = string.Join('\n', Algorithm, time, scope, Hash(Encoding.UTF8.GetBytes(canonical)));
        var signature = Convert.ToHexStringLower(Mac(SigningKey(credential.SecretAccessKey, scope), toSign));

        // Host and content type are the HTTP client's to send.
        return
        [
            .. signed.Where(header => header.Key.StartsWith("x-amz-", StringComparison.Ordinal)),
            new("Authorization", $"{Algorithm} Credential={credential.AccessKeyId}/{scope}, SignedHeaders={names}, Signature={signature}"),
        ];
    }

    /// <summary>The path of a signature: escaped once more than the path of the request, as every service but S3 wants it.</summary>
    public static string CanonicalPath(Uri address) => string.Join('/', address.AbsolutePath.Split('/').Select(Uri.EscapeDataString));

    // In the order of their names.
    private static List<KeyValuePair<string, string>> SignedHeaders(AwsCredential credential, Uri address, string? contentType, string time)
    {
        var signed = new List<KeyValuePair<string, string>>();
        if (contentType is not null)
        {
            signed.Add(new("content-type", contentType));
        }

        signed.Add(new("host", address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}"));
        signed.Add(new("x-amz-date", time));
        if (credential.SessionToken is { } token)
        {
            signed.Add(new("x-amz-security-token", token));
        }

        return signed;
    }

    private static byte[] SigningKey(string secret, string scope)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in scope.Split('/'))
        {
            key = Mac(key, part);
        }

        return key;
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
