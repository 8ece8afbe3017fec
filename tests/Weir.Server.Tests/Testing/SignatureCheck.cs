using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Weir.Server.Tests.Testing;

/// <summary>Checks the signature of a request as AWS does: from what arrived, by the description of version 4.</summary>
internal static partial class SignatureCheck
{
    /// <summary>The signature that the request should carry, given what it says was signed, and the one it carries.</summary>
    public static (string Expected, string Sent, string Scope) Of(string rawTarget, ReceivedRequest request, string secret)
    {
        var said = Authorization().Match(request.Headers["Authorization"]);
        var names = said.Groups["names"].Value.Split(';');
        var canonical = new StringBuilder("POST\n").Append(rawTarget.Replace("%", "%25", StringComparison.Ordinal)).Append("\n\n");
        foreach (var name in names)
        {
            _ = canonical.Append(name).Append(':').Append(request.Headers[name].Trim()).Append('\n');
        }

        _ = canonical.Append('\n').Append(said.Groups["names"].Value).Append('\n').Append(Sha(request.Body));
        var scope = said.Groups["scope"].Value;
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Sha(canonical.ToString())}";
        var parts = scope.Split('/');
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + secret), parts[0]), parts[1]), parts[2]), "aws4_request");
        return (Convert.ToHexStringLower(Mac(key, toSign)), said.Groups["signature"].Value, scope);
    }

    private static byte[] Mac(byte[] key, string text)
    {
        using var mac = new HMACSHA256(key);
        return mac.ComputeHash(Encoding.UTF8.GetBytes(text));
    }

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=(?<id>[^/]+)/(?<scope>[^,]+), SignedHeaders=(?<names>[^,]+), Signature=(?<signature>[0-9a-f]{64})$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Authorization();
}
